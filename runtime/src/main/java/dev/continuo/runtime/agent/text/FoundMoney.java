package dev.continuo.runtime.agent.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount that the text names; a single amount has the same lower and upper end.
 *
 * @param currency ISO 4217 code, or null where the text does not tell it
 */
public record FoundMoney(
    @Nullable String currency, BigDecimal from, BigDecimal to, String quote, int start, int end) {}
