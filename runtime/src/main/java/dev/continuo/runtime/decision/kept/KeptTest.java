package dev.continuo.runtime.decision.kept;

import dev.continuo.rules.trial.TableTest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test beside its table.
 *
 * @param evaluationId the recorded decision that it was made from, if any
 */
public record KeptTest(
    long id,
    String tableId,
    TableTest test,
    @Nullable Long evaluationId,
    String keptBy,
    Instant keptAt) {}
