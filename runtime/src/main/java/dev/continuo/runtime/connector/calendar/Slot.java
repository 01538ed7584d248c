package dev.continuo.runtime.connector.calendar;

import java.time.Instant;

/**
 * A reserved time.
 *
 * @param start its start
 * @param end its end
 * @param holdId what a calendar intent names to turn the reservation into a hold
 */
public record Slot(Instant start, Instant end, String holdId) {}
