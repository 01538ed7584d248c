package dev.continuo.runtime.journal;

import java.util.List;

/**
 * A feature that reacts to what the engine recorded.
 *
 * <p>Beans of this type are called by the one projector thread, batch by batch, in the order of
 * positions within a partition, inside the database transaction that also moves the projector's
 * mark: what a listener writes to PostgreSQL in the same transaction happens once. A listener that
 * throws rolls the batch back, and the batch comes again. It must not call the engine or wait.
 */
public interface JournalListener {
  /** Takes a batch; never empty. */
  void on(List<JournalRecord> batch);
}
