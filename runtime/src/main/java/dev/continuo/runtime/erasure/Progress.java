package dev.continuo.runtime.erasure;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How far one erasure is. Written apart from the work, whose transaction is still open. */
final class Progress {
  private final JdbcClient jdbc;
  private final TransactionTemplate apart;
  private final ApplicationEventPublisher events;
  private final String key;
  private int told;

  Progress(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      String key) {
    this.jdbc = jdbc;
    this.apart =
        new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.events = events;
    this.key = key;
  }

  /** A part of the whole, in percents. */
  Part part(int from, int to) {
    at(from);
    return new Part(from, to);
  }

  /** From where to where a part of the work goes. */
  final class Part {
    private final int from;
    private final int to;

    private Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    void done(int steps, int of) {
      at(from + (to - from) * steps / Math.max(1, of));
    }

    /** The same part of the work, cut again. */
    Part part(int share, int upTo) {
      return Progress.this.part(from + (to - from) * share / 100, from + (to - from) * upTo / 100);
    }
  }

  private void at(int percent) {
    if (percent <= told) {
      return;
    }
    told = percent;
    apart.executeWithoutResult(
        tx ->
            jdbc.sql("update erasure set percent = ? where key = ? and done_at is null")
                .params(percent, key)
                .update());
    events.publishEvent(new ErasureMoved(key, percent));
  }
}
