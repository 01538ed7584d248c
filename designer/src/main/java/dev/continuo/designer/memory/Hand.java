package dev.continuo.designer.memory;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.continuo.designer.people.Owner;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.FactNotFound;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.MergeRefused;
import dev.continuo.ontology.memory.ReviewRefused;
import dev.continuo.runtime.setting.Settings;
import java.time.ZoneId;
import java.util.UUID;

/** Who decides about memory, and by which clock they read. */
public record Hand(Memory memory, ZoneId zone, String who) {
  public static Hand of(Memory memory, Settings settings, AuthenticationContext login) {
    return new Hand(
        memory,
        settings.work().zone(),
        login.getAuthenticatedUser(Owner.class).map(Owner::name).orElse("Owner"));
  }

  /** A durable key for one deed; it names nobody. */
  public static String key(String deed) {
    return deed + ":" + UUID.randomUUID();
  }

  /** True when it was done; otherwise memory's reason has been said and nothing has changed. */
  public static boolean done(Runnable deed) {
    try {
      deed.run();
      return true;
    } catch (ReviewRefused | MergeRefused | FactNotFound refused) {
      Toast.show(String.valueOf(refused.getMessage()));
    } catch (MemoryUnavailable | MemoryFailed resting) {
      Toast.show("Memory does not answer right now. Nothing was changed; try again in a moment.");
    }
    return false;
  }
}
