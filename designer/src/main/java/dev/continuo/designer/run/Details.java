package dev.continuo.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.journal.TraceLine;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one line of a trace, as nested lists of names and values. */
final class Details extends Div {
  Details(TraceLine line, ZoneId zone) {
    addClassName("details");
    add(new Paragraph(TraceList.capital(line.sentence())));
    Div rows = new Div();
    rows.addClassName("rows");
    row(rows, "When", new Span(Moments.exact(line.at(), zone)));
    Duration took = line.took();
    if (took != null) {
      row(rows, "Took", new Span(RunWords.took(took)));
    }
    line.details()
        .forEach(
            (name, value) -> {
              if (name.equals(RunSource.KEY)) {
                row(
                    rows,
                    "Source",
                    RunSource.link(value.toString(), "What it brought into memory"));
              } else {
                row(rows, spaced(name), value(value));
              }
            });
    add(rows);
  }

  private static void row(Div rows, String name, Component value) {
    Span label = new Span(name);
    label.addClassName("row-name");
    rows.add(label, value);
  }

  private static Component value(@Nullable Object value) {
    return switch (value) {
      case null -> new Span("none");
      case Map<?, ?> map -> {
        Div rows = new Div();
        rows.addClassName("rows");
        map.forEach((name, inner) -> row(rows, spaced(String.valueOf(name)), value(inner)));
        yield rows;
      }
      case Collection<?> many -> {
        UnorderedList list = new UnorderedList();
        many.forEach(one -> list.add(new ListItem(value(one))));
        yield many.isEmpty() ? new Span("none") : list;
      }
      default -> {
        Span text = new Span(value.toString());
        text.addClassName("detail-text");
        yield text;
      }
    };
  }

  /** "answerWithinHours" as "Answer within hours". */
  private static String spaced(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').replace('-', ' ');
    String low = words.toLowerCase(java.util.Locale.ROOT);
    return low.isEmpty() ? low : Character.toUpperCase(low.charAt(0)) + low.substring(1);
  }
}
