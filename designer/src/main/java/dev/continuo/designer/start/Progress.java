package dev.continuo.designer.start;

import dev.continuo.runtime.engine.EngineListener;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.ProcessState;
import dev.continuo.runtime.engine.ProcessStatus;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the terminal how the start goes, one line per step. */
final class Progress implements EngineListener {
  private final PrintStream out;
  private final long began = System.nanoTime();
  private final Map<String, ProcessState> last = new ConcurrentHashMap<>();

  Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void changed(ProcessStatus status) {
    ProcessState before = last.put(status.name(), status.state());
    if (before == status.state()) {
      return;
    }
    String title = title(status.name());
    switch (status.state()) {
      case RUNNING -> step(title + " " + status.version() + " is ready");
      case FAILED -> step(title + " is down: " + status.why());
      case STARTING -> {
        if (before != null) {
          step(title + " starts again");
        }
      }
      case STOPPED -> {}
    }
  }

  void step(String words) {
    double seconds = (System.nanoTime() - began) / 1e9;
    out.println(String.format(Locale.ROOT, "  %5.1f s  %s", seconds, words));
  }

  void say(String words) {
    out.println(words);
  }

  private static String title(String id) {
    return Arrays.stream(EngineName.values())
        .filter(engine -> engine.id().equals(id))
        .map(EngineName::title)
        .findFirst()
        .orElse(id);
  }
}
