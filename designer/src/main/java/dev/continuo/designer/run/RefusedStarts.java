package dev.continuo.designer.run;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.runtime.flow.RefusedStart;
import dev.continuo.runtime.flow.Starts;
import java.util.regex.Pattern;

/** What was to start and was refused by the engine; nothing is there while all is well. */
final class RefusedStarts extends Div {
  private static final int SHOWN = 5;

  /** How the engine begins each of its refusals. */
  private static final Pattern COMMAND =
      Pattern.compile("^Command '\\w+' rejected with code '\\w+': ");

  private final Starts starts;
  private final RunWords words;

  RefusedStarts(Starts starts, RunWords words) {
    this.starts = starts;
    this.words = words;
    addClassName("troubles");
  }

  void load() {
    removeAll();
    var refused = starts.refused();
    refused.stream().limit(SHOWN).map(this::trouble).forEach(this::add);
    if (refused.size() > SHOWN) {
      add("and %,d more".formatted(refused.size() - SHOWN));
    }
    setVisible(!refused.isEmpty());
  }

  private Trouble trouble(RefusedStart start) {
    String flow = words.titles().getOrDefault(start.flowId(), start.flowId());
    return new Trouble(
        "%s could not begin (%s, %s).".formatted(flow, start.origin(), Moments.ago(start.since())),
        "The process engine refused it: " + COMMAND.matcher(start.why()).replaceFirst("") + ".",
        "If it begins only by a timer, give it a second start without one. Once it is released,"
            + " Continuo tries again within two minutes; nothing is lost.",
        new Anchor("flows/" + start.flowId(), "Open the flow"));
  }
}
