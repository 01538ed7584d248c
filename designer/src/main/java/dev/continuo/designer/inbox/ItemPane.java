package dev.continuo.designer.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.runtime.approval.CardItem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One thing that would happen, as it will look: a mail as a mail, an appointment as a date. */
final class ItemPane extends Div {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  ItemPane(CardItem item, ZoneId zone) {
    addClassName("item");
    switch (item.channel()) {
      case "mail" -> mail(item.content());
      case "calendar" -> appointment(item, zone);
      default -> other(item);
    }
  }

  private void mail(Map<String, Object> content) {
    addClassName("mail");
    add(field("To", words(content.get("to"))), field("Subject", words(content.get("subject"))));
    Div text = new Div(words(content.get("text")));
    text.addClassName("mail-text");
    add(text);
  }

  private void appointment(CardItem item, ZoneId zone) {
    addClassName("appointment");
    Span title = new Span(words(item.content().getOrDefault("title", item.summary())));
    title.addClassName("strong");
    Span when = new Span(span(item.content(), zone));
    add(Glyph.TODAY.icon(), new Div(title, when));
    Object attendee = item.content().get("attendee");
    if (attendee != null) {
      Span with = new Span("with " + words(attendee));
      with.addClassName("soft");
      add(with);
    }
  }

  private void other(CardItem item) {
    Span title = new Span(item.summary());
    title.addClassName("strong");
    add(title);
    item.content().forEach((name, value) -> add(field(name, words(value))));
  }

  private static Div field(String name, String value) {
    Span label = new Span(name);
    label.addClassName("soft");
    Div field = new Div(label, new Span(value));
    field.addClassName("field");
    return field;
  }

  private static String span(Map<String, Object> content, ZoneId zone) {
    try {
      Instant start = Instant.parse(words(content.get("start")));
      Instant end = Instant.parse(words(content.get("end")));
      return DAY.format(start.atZone(zone)) + " to " + CLOCK.format(end.atZone(zone));
    } catch (DateTimeParseException notAnInstant) {
      return words(content.get("start")) + " to " + words(content.get("end"));
    }
  }

  static String words(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Collection<?> many ->
          many.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
