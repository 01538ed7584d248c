package dev.continuo.rules.guard.drools;

import org.kie.api.definition.type.Expires;
import org.kie.api.definition.type.Role;
import org.kie.api.definition.type.Timestamp;

/** That a guard has spoken of a subject; keeps it from repeating itself. */
@Role(Role.Type.EVENT)
@Timestamp("millis")
@Expires("92d")
public final class Fired {
  private final String subject;
  private final long millis;

  Fired(String subject, long millis) {
    this.subject = subject;
    this.millis = millis;
  }

  public String getSubject() {
    return subject;
  }

  public long getMillis() {
    return millis;
  }
}
