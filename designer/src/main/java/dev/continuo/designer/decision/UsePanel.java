package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.decision.TableUse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** How often each row hit, and which have not for a long time. */
final class UsePanel extends Div {
  private static final Duration IDLE = Duration.ofDays(90);
  private final ZoneId zone;
  private final Consumer<Collection<String>> light;

  UsePanel(ZoneId zone, Consumer<Collection<String>> light) {
    this.zone = zone;
    this.light = light;
    addClassName("row-uses");
  }

  void show(TableUse use) {
    removeAll();
    Span about =
        new Span(
            use.evaluations() == 0
                ? "It has not been asked yet."
                : "Asked %,d times.".formatted(use.evaluations()));
    about.addClassName("soft");
    add(about);
    long most = use.rows().stream().mapToLong(TableUse.Row::hits).max().orElse(0);
    use.rows().forEach(row -> add(line(use, row, most)));
  }

  private NativeButton line(TableUse use, TableUse.Row row, long most) {
    Span number = new Span(String.valueOf(row.number()));
    number.addClassNames("soft", "num");
    Span words = new Span(row.words());
    words.addClassName("row-use-words");
    Div bar = new Div();
    bar.addClassName("row-use-bar");
    Div part = new Div();
    part.getStyle().setWidth((most == 0 ? 0 : Math.ceilDiv(100 * row.hits(), most)) + "%");
    bar.add(part);
    Span hits = new Span("%,d".formatted(row.hits()));
    hits.addClassNames("num", "strong");
    Span last = last(use, row);
    NativeButton line = new NativeButton();
    line.add(number, words, bar, hits, last);
    line.addClassName("row-use");
    line.setTitle("Light the row in the table");
    line.addClickListener(click -> light.accept(List.of(row.ruleId())));
    return line;
  }

  private Span last(TableUse use, TableUse.Row row) {
    Instant at = row.last();
    Span last;
    if (row.idle(use, IDLE, Instant.now())) {
      last = new Span("Row %d has not hit for %d days".formatted(row.number(), IDLE.toDays()));
      last.addClassName("amber-words");
    } else if (at == null) {
      last = new Span("never");
      last.addClassName("soft");
    } else {
      last = Moments.when(at, zone);
      last.addClassName("soft");
    }
    last.addClassName("small");
    return last;
  }
}
