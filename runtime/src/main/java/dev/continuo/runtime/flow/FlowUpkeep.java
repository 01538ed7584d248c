package dev.continuo.runtime.flow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the flows into step with the engine after a start (ships, deploys), once the journal
 * follows it, and then finishes starts and messages that were cut off, every few seconds.
 */
final class FlowUpkeep implements FlowReadiness {
  private static final Logger log = LoggerFactory.getLogger(FlowUpkeep.class);
  private final StoredFlows flows;
  private final TriggeredStarts starts;
  private final ProcessEngine engine;
  private final FollowedEngine followed;
  private final List<String> shippedFlows;
  private final CountDownLatch inStep = new CountDownLatch(1);

  FlowUpkeep(
      StoredFlows flows,
      TriggeredStarts starts,
      ProcessEngine engine,
      FollowedEngine followed,
      List<String> shippedFlows) {
    this.flows = flows;
    this.starts = starts;
    this.engine = engine;
    this.followed = followed;
    this.shippedFlows = shippedFlows;
  }

  void look() {
    if (!ready()) {
      if (!engine.answers()) {
        return;
      }
      flows.deployReleased();
      shippedFlows.forEach(flows::ship);
    }
    boolean follows = followed.look();
    if (!ready() && (follows || followed.stands())) {
      inStep.countDown(); // what is started while the journal stands is kept until it goes on
      log.info("Flows are in step with the engine");
    }
    if (follows) {
      starts.finishOpen();
    }
  }

  @Override
  public boolean ready() {
    return inStep.getCount() == 0;
  }

  @Override
  public boolean await(Duration atMost) throws InterruptedException {
    return inStep.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
