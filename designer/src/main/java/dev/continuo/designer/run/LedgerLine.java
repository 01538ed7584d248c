package dev.continuo.designer.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.effect.LedgerEntry;
import java.time.Instant;

/** One outside effect of a run and what became of it. */
final class LedgerLine extends Div {
  LedgerLine(LedgerEntry entry) {
    addClassName("beside-line");
    Span summary = new Span(entry.summary());
    summary.addClassName("strong");
    Span state = new Span(word(entry.state()));
    state.setClassName(("tag " + tone(entry.state())).strip());
    Div line = new Div(state);
    line.addClassName("tags");
    Instant settled = entry.settledAt();
    if (settled != null) {
      Span when = new Span(Moments.ago(settled));
      when.addClassNames("soft", "small");
      line.add(when);
    }
    add(summary, line);
    String more = entry.why() != null ? entry.why() : entry.receipt();
    if (more != null) {
      Span words = new Span(more);
      words.addClassNames("soft", "small", "detail-text");
      add(words);
    }
  }

  private static String word(LedgerEntry.State state) {
    return switch (state) {
      case PROPOSED -> "Waits for your word";
      case SENDING -> "Being sent";
      case CONFIRMED -> "Sent";
      case FAILED -> "Failed";
      case UNKNOWN -> "Unknown";
      case REJECTED -> "Rejected";
    };
  }

  private static String tone(LedgerEntry.State state) {
    return switch (state) {
      case PROPOSED -> "act";
      case SENDING -> "amber";
      case CONFIRMED -> "green";
      case FAILED, UNKNOWN -> "red";
      case REJECTED -> "";
    };
  }
}
