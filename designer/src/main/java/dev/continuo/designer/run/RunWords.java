package dev.continuo.designer.run;

import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How runs are called: by their title, their flow and their state, in the owner's words. */
public class RunWords {
  private final Flows flows;

  RunWords(Flows flows) {
    this.flows = flows;
  }

  /** What the run is about; its flow's name where it says nothing. */
  public String title(RunSummary run) {
    String title = run.title();
    return title == null || title.isBlank() ? flow(run) : title;
  }

  /** The flow's name. */
  public String flow(RunSummary run) {
    return titles().getOrDefault(run.flowId(), run.flowId());
  }

  /** The flows' names by id. */
  Map<String, String> titles() {
    return flows.list().stream().collect(Collectors.toMap(Flow::id, Flow::title, (a, b) -> a));
  }

  /** The state as a coloured word. */
  public static Span tag(RunState state) {
    Span tag = new Span(state(state));
    tag.setClassName(("tag " + tone(state)).strip());
    return tag;
  }

  static String state(RunState state) {
    return switch (state) {
      case RUNNING -> "Running";
      case WAITING -> "Waiting";
      case COMPLETED -> "Done";
      case TERMINATED -> "Stopped";
      case INCIDENT -> "Stuck";
    };
  }

  static String tone(RunState state) {
    return switch (state) {
      case RUNNING -> "act";
      case WAITING -> "amber";
      case COMPLETED -> "green";
      case TERMINATED -> "";
      case INCIDENT -> "red";
    };
  }

  static String took(Instant from, @Nullable Instant to) {
    return took(Duration.between(from, to == null ? Instant.now() : to));
  }

  static String took(Duration span) {
    long millis = Math.max(0, span.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(java.util.Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    if (millis < 3_600_000) {
      return millis / 60_000 + " min";
    }
    return millis < 172_800_000 ? millis / 3_600_000 + " h" : millis / 86_400_000 + " days";
  }
}
