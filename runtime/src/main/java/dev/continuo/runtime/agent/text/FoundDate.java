package dev.continuo.runtime.agent.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that the text names, as a calendar day.
 *
 * @param date the day, or the first day of a week or month
 * @param until the last day when the text names a week, a month or a part of one
 * @param relation {@code on}, {@code before} or {@code after}: how the text uses the day
 * @param unsure whether another reading is possible, as in 04/05 (day or month first)
 */
public record FoundDate(
    LocalDate date,
    @Nullable LocalDate until,
    String relation,
    boolean unsure,
    String quote,
    int start,
    int end) {}
