package dev.continuo.exporter;

/** Tells the broker to send the same record again later. */
final class JournalUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalUnreachable(String why) {
    super(
        "The record was not taken: the journal in PostgreSQL cannot be written ("
            + why
            + "). It is tried again; when it lasts, see whether PostgreSQL runs.");
  }
}
