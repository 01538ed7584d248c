package dev.continuo.ontology.memory;

import dev.continuo.ontology.vocabulary.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a fact says about its subject. */
public sealed interface FactValue {

  /** The value in words, as a person reads it; {@link #literal} reads it back. */
  String words();

  /** Its type in the vocabulary's terms. */
  ValueType type();

  /** Plain text; white space around it does not count. */
  record Text(String text) implements FactValue {
    public Text {
      text = text.strip();
    }

    @Override
    public String words() {
      return text;
    }

    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }
  }

  /** A quantity without unit; 1.0 and 1 are the same. */
  record Number(BigDecimal number) implements FactValue {
    public Number {
      number = plain(number);
    }

    @Override
    public String words() {
      return number.toPlainString();
    }

    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }
  }

  /** An amount of money; {@code currency} is an ISO 4217 code. */
  record Money(BigDecimal amount, String currency) implements FactValue {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    public Money {
      amount = plain(amount);
      if (!CODE.matcher(currency).matches()) {
        throw new IllegalArgumentException(
            "'" + currency + "' is not a currency code: use three capital letters such as EUR.");
      }
    }

    @Override
    public String words() {
      return amount.toPlainString() + " " + currency;
    }

    @Override
    public ValueType type() {
      return ValueType.MONEY;
    }

    private static Money parse(String words) {
      var parts = words.split(" ");
      return new Money(new BigDecimal(parts[0]), parts[1]);
    }
  }

  /** A day in the calendar. */
  record Date(LocalDate date) implements FactValue {
    @Override
    public String words() {
      return date.toString();
    }

    @Override
    public ValueType type() {
      return ValueType.DATE;
    }
  }

  /** A point in time. */
  record Moment(Instant instant) implements FactValue {
    @Override
    public String words() {
      return instant.toString();
    }

    @Override
    public ValueType type() {
      return ValueType.MOMENT;
    }
  }

  /** Yes or no. */
  record Flag(boolean holds) implements FactValue {
    @Override
    public String words() {
      return holds ? "yes" : "no";
    }

    @Override
    public ValueType type() {
      return ValueType.FLAG;
    }
  }

  /** Another entity. */
  record Ref(EntityRef entity) implements FactValue {
    @Override
    public String words() {
      return entity.label();
    }

    @Override
    public ValueType type() {
      return ValueType.REF;
    }
  }

  /**
   * Reads back what {@link #words()} wrote.
   *
   * @throws IllegalArgumentException when the words are not a value of that type, or the type is a
   *     reference
   */
  static FactValue literal(ValueType type, String words) {
    try {
      return switch (type) {
        case TEXT -> new Text(words);
        case NUMBER -> new Number(new BigDecimal(words));
        case MONEY -> Money.parse(words);
        case DATE -> new Date(LocalDate.parse(words));
        case MOMENT -> new Moment(Instant.parse(words));
        case FLAG -> new Flag("yes".equals(words));
        case REF -> throw new IllegalArgumentException("A reference is not a literal.");
      };
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("'" + words + "' is not a " + type + " value.", e);
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
