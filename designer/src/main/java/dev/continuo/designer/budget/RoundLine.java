package dev.continuo.designer.budget;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.budget.Round;
import dev.continuo.runtime.budget.Settlement.Ending;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One round of a model: when, what for, how it ended and what it cost. */
public final class RoundLine extends Div {
  public RoundLine(Round round, ZoneId zone) {
    addClassName("beside-line");
    Long spent = round.spent();
    Span money =
        new Span(spent == null ? "at most " + Euros.of(round.reserved()) : Euros.of(spent));
    money.addClassName("strong");
    Span ending = new Span(word(round.ending()));
    ending.setClassName(("tag " + tone(round.ending())).strip());
    Span when = new Span(Moments.at(round.at(), zone));
    when.setTitle(Moments.exact(round.at(), zone));
    when.addClassNames("soft", "small");
    Div head = new Div(money, ending, when);
    head.addClassName("tags");
    Span what =
        new Span(
            "%s, %s (%s): %,d tokens read, %,d written"
                .formatted(
                    round.task(),
                    round.model(),
                    round.tier(),
                    round.tokensIn(),
                    round.tokensOut()));
    what.addClassNames("soft", "small");
    add(head, what);
    if (!round.detail().isBlank()) {
      Span detail = new Span(round.detail());
      detail.addClassNames("small", "detail-text");
      add(detail);
    }
    if (round.runKey() != null) {
      Anchor run = new Anchor("runs/" + round.runKey(), "Run " + round.runKey());
      run.addClassName("small");
      add(run);
    }
  }

  private static String word(@Nullable Ending ending) {
    return switch (ending) {
      case null -> "Under way";
      case ANSWERED -> "Answered";
      case TOOLS -> "Looked something up";
      case CANCELLED -> "Broken off";
      case FAILED -> "Failed";
      case LOST -> "Cut off";
      case REFUSED -> "Held back by a cap";
    };
  }

  private static String tone(@Nullable Ending ending) {
    return switch (ending) {
      case null -> "act";
      case ANSWERED -> "green";
      case TOOLS -> "";
      case CANCELLED, REFUSED -> "amber";
      case FAILED, LOST -> "red";
    };
  }
}
