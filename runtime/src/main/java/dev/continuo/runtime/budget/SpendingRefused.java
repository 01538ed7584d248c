package dev.continuo.runtime.budget;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cap stood in the way of a model.
 *
 * @param day the owner's day on which it did
 */
public record SpendingRefused(@Nullable Long runKey, Reservation.Refused refused, LocalDate day) {}
