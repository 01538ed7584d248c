package dev.continuo.rules.guard.drools;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.Guard;
import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.rules.guard.GuardWatch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kie.api.runtime.KieSession;
import org.kie.api.time.SessionPseudoClock;

/** One session in stream mode whose clock is moved by events only. */
final class FusionWatch implements GuardWatch {
  /** No guard may hold the thread that feeds it: a rule that triggers itself ends here. */
  private static final int MOST_FIRINGS = 1_000;

  private final Guard guard;
  private final KieSession session;
  private final SessionPseudoClock clock;
  private final Voice voice;
  private long sequence;

  FusionWatch(Guard guard, KieSession session, Voice voice) {
    this.guard = guard;
    this.session = session;
    this.voice = voice;
    this.clock = session.getSessionClock();
    session.setGlobal("voice", voice);
  }

  @Override
  public List<Firing> tell(GuardEvent event) {
    if (!guard.listens().contains(event.kind())) {
      return List.of();
    }
    long ahead = event.at().toEpochMilli() - clock.getCurrentTime();
    if (ahead > 0) {
      clock.advanceTime(ahead, TimeUnit.MILLISECONDS);
    }
    session.insert(new Happening(event, ++sequence, clock.getCurrentTime()));
    session.fireAllRules(MOST_FIRINGS);
    return voice.take();
  }

  @Override
  public void close() {
    session.dispose();
  }
}
