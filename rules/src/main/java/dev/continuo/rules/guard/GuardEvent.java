package dev.continuo.rules.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param id unique for all time
 * @param kind what happened, such as {@code reminder-sent}
 * @param subject who or what it happened to: a client's address, a connector, an agent
 * @param at when
 * @param runKey the run in which it happened, if any
 * @param detail what tells like from unlike: the step that failed, the call that was made
 * @param amount money, where the event is about money
 */
public record GuardEvent(
    String id,
    String kind,
    String subject,
    Instant at,
    @Nullable Long runKey,
    String detail,
    double amount) {}
