package dev.continuo.designer.inbox;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.runtime.approval.CardItem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The editable side of one thing that would happen; what is not shown stays as it was. */
final class ItemFields extends Div {
  private final CardItem item;
  private final ZoneId zone;
  private final Map<String, Supplier<@Nullable Object>> values = new LinkedHashMap<>();
  private final List<HasValue<?, ?>> fields = new ArrayList<>();

  ItemFields(CardItem item, ZoneId zone) {
    this.item = item;
    this.zone = zone;
    addClassNames("item", "item-fields");
    switch (item.channel()) {
      case "mail" -> {
        addresses("to", "To");
        line("subject", "Subject");
        text("text", "Text");
      }
      case "calendar" -> {
        line("title", "Appointment");
        moment("start", "From");
        moment("end", "To");
      }
      default -> item.content().forEach(this::other);
    }
  }

  void focus() {
    if (!fields.isEmpty() && fields.getLast() instanceof TextArea area) {
      area.focus();
    }
  }

  CardItem edited() {
    Map<String, Object> content = new LinkedHashMap<>(item.content());
    values.forEach(
        (name, value) -> {
          Object now = value.get();
          if (now != null) {
            content.put(name, now);
          }
        });
    return new CardItem(item.channel(), item.summary(), content);
  }

  private void other(String name, Object value) {
    if (value instanceof String text) {
      if (text.length() > 60) {
        text(name, name);
      } else {
        line(name, name);
      }
    }
  }

  private void addresses(String name, String label) {
    TextField field = new TextField(label);
    field.setValue(ItemPane.words(item.content().get(name)));
    keep(field);
    if (item.content().get(name) instanceof List<?>) {
      values.put(
          name,
          () ->
              Arrays.stream(field.getValue().split("[,;]"))
                  .map(String::strip)
                  .filter(address -> !address.isEmpty())
                  .toList());
    } else {
      values.put(name, () -> field.getValue().strip());
    }
  }

  private void line(String name, String label) {
    TextField field = new TextField(label);
    field.setValue(ItemPane.words(item.content().get(name)));
    keep(field);
    values.put(name, field::getValue);
  }

  private void text(String name, String label) {
    TextArea field = new TextArea(label);
    field.setValue(ItemPane.words(item.content().get(name)));
    field.setMinRows(10);
    keep(field);
    values.put(name, field::getValue);
  }

  private void moment(String name, String label) {
    DateTimePicker field = new DateTimePicker(label);
    field.setLocale(java.util.Locale.GERMANY);
    Instant at;
    try {
      at = Instant.parse(ItemPane.words(item.content().get(name)));
    } catch (DateTimeParseException notAnInstant) {
      line(name, label);
      return;
    }
    field.setValue(LocalDateTime.ofInstant(at, zone));
    keep(field);
    values.put(
        name,
        () ->
            field.getValue() == null ? null : field.getValue().atZone(zone).toInstant().toString());
  }

  private void keep(HasValue<?, ?> field) {
    fields.add(field);
    add((com.vaadin.flow.component.Component) field);
  }
}
