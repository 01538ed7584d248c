package dev.continuo.exporter;

/** Thrown when the broker's log is not the one whose records the journal holds. */
final class ForeignLog extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignLog(int partition, JournalRow record, Mark mark) {
    super(
        "The broker's log of partition "
            + partition
            + " does not continue the journal: the journal ends at position "
            + mark.position()
            + ", and position "
            + record.position()
            + " of the broker holds something else. The broker's folder was probably emptied or"
            + " replaced. Put back the folder that belongs to this database. If it is lost, stop"
            + " Continuo, run ./continuo adopt and start again: everything known stays, runs that"
            + " were open are ended.");
  }
}
