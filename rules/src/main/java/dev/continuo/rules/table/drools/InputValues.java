package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.TableInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** Turns plain values into FEEL's, and says what does not fit instead of guessing. */
final class InputValues {
  private final String decision;
  private final Map<String, ? extends @Nullable Object> values;
  private final List<Finding> problems;

  InputValues(
      String decision, Map<String, ? extends @Nullable Object> values, List<Finding> problems) {
    this.decision = decision;
    this.values = values;
    this.problems = problems;
  }

  /**
   * An input that a decision needs, worked out beforehand.
   *
   * @param texts the listed values, where the list holds nothing but texts; else null
   */
  record Need(TableInput input, @Nullable Set<String> texts) {
    static Need of(TableInput input) {
      boolean plain =
          !input.allowed().isEmpty()
              && input.allowed().stream().allMatch(each -> each.startsWith("\""));
      return new Need(
          input,
          plain
              ? input.allowed().stream()
                  .map(each -> each.substring(1, each.length() - 1))
                  .collect(Collectors.toSet())
              : null);
    }
  }

  @Nullable Object value(Need need) {
    var input = need.input();
    var value = values.get(input.name());
    if (value == null) {
      if (!values.containsKey(input.name())) {
        problems.add(missing(input));
      }
      return null;
    }
    var converted = converted(input.type(), value);
    if (converted == null) {
      problems.add(wrongType(input, value));
    } else if (value instanceof String text
        && need.texts() != null
        && !need.texts().contains(text)) {
      problems.add(notListed(input, text));
    }
    return converted;
  }

  /** Notes values that the model does not know: most often a name with a slip in it. */
  void unknown(List<TableInput> known, int needed) {
    if (values.size() == needed && problems.isEmpty()) {
      return; // Every needed value was there, so there is room for no other.
    }
    for (var name : values.keySet()) {
      if (known.stream().noneMatch(input -> input.name().equals(name))) {
        problems.add(
            Finding.warning(
                "input-unknown",
                Place.table(decision),
                "The value \"%s\" was handed over, but no input has this name.".formatted(name),
                "Inputs are: " + names(known) + ".",
                "Correct the name, or leave the value out."));
      }
    }
  }

  private static @Nullable Object converted(String type, Object value) {
    try {
      return switch (type) {
        case "number" -> value instanceof Number number ? number(number) : null;
        case "string" -> value instanceof String ? value : null;
        case "boolean" -> value instanceof Boolean ? value : null;
        case "date" -> value instanceof String text ? LocalDate.parse(text) : temporal(value);
        case "time" -> value instanceof String text ? time(text) : temporal(value);
        case "date and time" -> value instanceof String text ? dateTime(text) : temporal(value);
        case "days and time duration" ->
            value instanceof String text ? Duration.parse(text) : amount(value);
        case "years and months duration" ->
            value instanceof String text ? new ComparablePeriod(Period.parse(text)) : amount(value);
        default -> value;
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static BigDecimal number(Number number) {
    return switch (number) {
      case BigDecimal exact -> exact;
      case BigInteger whole -> new BigDecimal(whole);
      case Integer whole -> BigDecimal.valueOf(whole);
      case Long whole -> BigDecimal.valueOf(whole);
      case Short whole -> BigDecimal.valueOf(whole);
      case Byte whole -> BigDecimal.valueOf(whole);
      default -> new BigDecimal(number.toString());
    };
  }

  private static TemporalAccessor time(String text) {
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
        ? OffsetTime.parse(text)
        : LocalTime.parse(text);
  }

  private static TemporalAccessor dateTime(String text) {
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d|])$")
        ? ZonedDateTime.parse(text)
        : LocalDateTime.parse(text);
  }

  private static @Nullable Object temporal(Object value) {
    return value instanceof TemporalAccessor ? value : null;
  }

  private static @Nullable Object amount(Object value) {
    return value instanceof Period period
        ? new ComparablePeriod(period)
        : value instanceof TemporalAmount ? value : null;
  }

  private Place place(TableInput input) {
    return new Place(decision, null, input.label(), null);
  }

  private Finding missing(TableInput input) {
    return Finding.error(
        "input-missing",
        place(input),
        "The value \"%s\" was not handed over.".formatted(input.name()),
        "The table asks for it, and a guess could decide wrongly.",
        "Map it on the step that asks; null says that there is none.");
  }

  private Finding wrongType(TableInput input, Object value) {
    return Finding.error(
        "input-type",
        place(input),
        "\"%s\" is %s, which is not of type %s."
            .formatted(input.name(), shown(value), input.type()),
        "The table compares it as " + input.type() + ".",
        "Correct the mapping of the step that asks, or the type of the column.");
  }

  private Finding notListed(TableInput input, String text) {
    return Finding.warning(
        "input-not-listed",
        place(input),
        "\"%s\" is %s, which is not among the column's values."
            .formatted(input.name(), shown(text)),
        "Listed are " + String.join(", ", input.allowed()) + ".",
        "Add the value to the column, so that rows can name it.");
  }

  private static String shown(Object value) {
    var text = String.valueOf(value);
    var cut = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return value instanceof String ? '"' + cut + '"' : cut;
  }

  private static String names(List<TableInput> inputs) {
    return String.join(", ", inputs.stream().map(TableInput::name).toList());
  }
}
