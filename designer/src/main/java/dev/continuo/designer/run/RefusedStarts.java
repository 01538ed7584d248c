package dev.continuo.designer.run;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.Trouble;
import dev.continuo.runtime.flow.RefusedStart;
import dev.continuo.runtime.flow.Starts;

/** What was to start and was refused by the engine; nothing is there while all is well. */
final class RefusedStarts extends Div {
  private static final int SHOWN = 5;

  private final Starts starts;
  private final RunWords words;

  RefusedStarts(Starts starts, RunWords words) {
    this.starts = starts;
    this.words = words;
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
        "The process engine refused it: " + start.why(),
        "Change the flow and release it. Continuo tries again every two minutes; nothing is lost.",
        new Anchor("flows/" + start.flowId(), "Open the flow"));
  }
}
