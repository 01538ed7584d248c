package dev.continuo.runtime.connector.mail;

import java.time.Instant;

/**
 * How the polled mailbox is.
 *
 * @param mailbox {@code user@server/folder}, empty where none is set
 * @param state how it is
 * @param words one sentence for the owner: what happened, why, what to do
 * @param at when it was looked at last
 */
public record MailboxHealth(String mailbox, State state, String words, Instant at) {
  /** From off to not well. */
  public enum State {
    /** No account is set. */
    OFF,
    WELL,
    /** It will be tried again by itself. */
    TROUBLE
  }
}
