package dev.continuo.runtime.filing;

import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.runtime.document.DocumentDamaged;
import dev.continuo.runtime.document.DocumentNotFound;
import dev.continuo.runtime.document.DocumentReader;
import dev.continuo.runtime.document.DocumentText;
import dev.continuo.runtime.document.ReadingUnavailable;
import dev.continuo.runtime.filing.Filings.Waiting;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what was filed, one document after the other, and tells memory. The row is settled in the
 * transaction in which memory is told and is locked meanwhile, so that an erasure comes before or
 * after, never in between; memory does nothing twice under the row's key.
 */
class FilingDesk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FilingDesk.class);
  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final Duration TROUBLED = Duration.ofSeconds(20);

  /** So often may the application go down over one document before it is left alone. */
  private static final int MOST_TRIES = 3;

  private final Filings filings;
  private final DocumentReader reader;
  private final Memory memory;
  private final TransactionTemplate transactions;
  private final Consumer<DocumentSettled> told;
  private final CountDownLatch stopped = new CountDownLatch(1);

  FilingDesk(
      Filings filings,
      DocumentReader reader,
      Memory memory,
      TransactionTemplate transactions,
      Consumer<DocumentSettled> told) {
    this.filings = filings;
    this.reader = reader;
    this.memory = memory;
    this.transactions = transactions;
    this.told = told;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    Thread.ofVirtual().name("filing").start(this::run);
  }

  private void run() {
    try {
      Duration pause = GLANCE;
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = look();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait before the next look. */
  private Duration look() {
    try {
      return work() ? GLANCE : TROUBLED;
    } catch (ReadingUnavailable | MemoryUnavailable away) {
      log.info("Documents are read later: {}", away.getMessage());
    } catch (RuntimeException trouble) {
      log.warn("Documents are read later: {}", trouble.toString());
    } finally {
      reader.rest();
    }
    return TROUBLED;
  }

  /** Reads all that wait; false when some of it has to wait on. */
  boolean work() {
    Set<String> later = new HashSet<>();
    while (stopped.getCount() > 0) {
      Optional<Waiting> next = filings.begin(later);
      if (next.isEmpty()) {
        break;
      }
      if (!settle(next.get())) {
        later.add(next.get().key());
      }
    }
    return later.isEmpty();
  }

  private boolean settle(Waiting waiting) {
    try {
      DocumentText text = read(waiting);
      transactions.executeWithoutResult(tx -> remember(waiting, text));
      told.accept(new DocumentSettled(waiting.key()));
      return true;
    } catch (ReadingUnavailable | MemoryUnavailable away) {
      filings.postpone(waiting.key(), String.valueOf(away.getMessage()));
      throw away;
    } catch (MemoryFailed refused) {
      log.warn("A document waits, because memory failed: {}", refused.toString());
      filings.postpone(waiting.key(), "Memory refused it; it is tried again.");
      return false;
    }
  }

  private DocumentText read(Waiting waiting) {
    if (waiting.tries() > MOST_TRIES) {
      return new DocumentText(
          DocumentText.State.STOPPED,
          "",
          "",
          "Continuo went down %d times while it was read.".formatted(MOST_TRIES));
    }
    try {
      return reader.read(waiting.filing().documentId(), waiting.filing().name());
    } catch (DocumentDamaged | DocumentNotFound missing) {
      return new DocumentText(
          DocumentText.State.BROKEN, "", "", "Its file in the data folder is missing.");
    }
  }

  private void remember(Waiting waiting, DocumentText text) {
    if (!filings.hold(waiting.key())) {
      return; // erased meanwhile, or settled by another
    }
    DocumentFacts facts = new DocumentFacts(waiting.filing(), text);
    memory.remember(
        waiting.key(),
        facts.episode(),
        new Generation("documents", "read by Apache Tika in a program of its own"),
        facts.facts());
    filings.done(waiting.key(), text);
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
