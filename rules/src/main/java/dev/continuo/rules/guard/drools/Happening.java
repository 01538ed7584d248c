package dev.continuo.rules.guard.drools;

import dev.continuo.rules.guard.GuardEvent;
import java.util.Objects;
import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/** A {@link GuardEvent} as rules see it. Public because compiled rules read it. */
@Role(Role.Type.EVENT)
@Timestamp("millis")
@Expires("92d")
public final class Happening {
  private final GuardEvent event;
  private final long sequence;
  private final long millis;

  Happening(GuardEvent event, long sequence, long millis) {
    this.event = event;
    this.sequence = sequence;
    this.millis = millis;
  }

  GuardEvent event() {
    return event;
  }

  public String getKind() {
    return event.kind();
  }

  public String getSubject() {
    return event.subject();
  }

  public String getDetail() {
    return event.detail();
  }

  public double getAmount() {
    return event.amount();
  }

  /** The run's number; 0 without a run. */
  public long getRun() {
    return Objects.requireNonNullElse(event.runKey(), 0L);
  }

  /** Grows with every event that was told. */
  public long getSequence() {
    return sequence;
  }

  public long getMillis() {
    return millis;
  }
}
