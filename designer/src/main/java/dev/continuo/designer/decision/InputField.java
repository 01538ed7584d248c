package dev.continuo.designer.decision;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.rules.table.TableInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A field for one input of a table, by its type. */
final class InputField {
  private static final String YES = "Yes";
  private static final String NO = "No";

  private final TableInput input;
  private final Component field;
  private final Supplier<@Nullable Object> value;

  private InputField(
      TableInput input, AbstractField<?, ?> field, Supplier<@Nullable Object> value) {
    this.input = input;
    this.field = field;
    this.value = value;
  }

  static InputField of(TableInput input) {
    return switch (input.type()) {
      case "number" -> number(input);
      case "boolean" -> flag(input);
      case "date" -> date(input);
      case "Any" -> anything(input);
      default -> input.allowed().isEmpty() ? text(input) : choice(input);
    };
  }

  String name() {
    return input.name();
  }

  Component field() {
    return field;
  }

  /** What was given; null where it was left empty. */
  @Nullable Object value() {
    return value.get();
  }

  private static InputField number(TableInput input) {
    BigDecimalField field = new BigDecimalField(label(input));
    return new InputField(input, field, field::getValue);
  }

  private static InputField flag(TableInput input) {
    Select<String> field = new Select<>();
    field.setLabel(label(input));
    field.setItems(YES, NO);
    field.setEmptySelectionAllowed(true);
    field.setEmptySelectionCaption("Not known");
    field.setPlaceholder("Not known");
    return new InputField(
        input, field, () -> field.getValue() == null ? null : YES.equals(field.getValue()));
  }

  private static InputField date(TableInput input) {
    DatePicker field = new DatePicker(label(input));
    return new InputField(
        input,
        field,
        () -> {
          LocalDate day = field.getValue();
          return day == null ? null : day.toString();
        });
  }

  private static InputField choice(TableInput input) {
    ComboBox<String> field = new ComboBox<>(label(input));
    List<String> words = input.allowed().stream().map(InputField::unquoted).toList();
    field.setItems(words);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(typed -> field.setValue(typed.getDetail()));
    return new InputField(input, field, field::getValue);
  }

  /** Where nobody says what it is, what looks like a number is one, and so are yes and no. */
  private static InputField anything(TableInput input) {
    TextField field = new TextField(label(input));
    return new InputField(input, field, () -> meant(field.getValue().strip()));
  }

  private static @Nullable Object meant(String text) {
    if (text.matches("-?\\d{1,30}([.]\\d{1,30})?")) {
      return new BigDecimal(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> text;
    };
  }

  private static InputField text(TableInput input) {
    TextField field = new TextField(label(input));
    return new InputField(input, field, () -> field.isEmpty() ? null : field.getValue());
  }

  /** What people call it; the variable's name in words where the table calls it nothing else. */
  private static String label(TableInput input) {
    return input.label().equals(input.name()) ? ValueRows.spaced(input.name()) : input.label();
  }

  private static String unquoted(String feel) {
    String text = feel.strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
