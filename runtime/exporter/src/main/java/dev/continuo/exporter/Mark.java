package dev.continuo.exporter;

/** The newest stored record of a partition; position 0 where nothing is stored yet. */
record Mark(long position, long millis, long key) {
  static Mark of(JournalRow row) {
    return new Mark(row.position(), row.millis(), row.key());
  }

  boolean isEmpty() {
    return position <= 0;
  }
}
