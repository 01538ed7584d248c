package dev.continuo.rules.table.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.runtime.Range.RangeBoundary;
import org.kie.dmn.validation.dtanalysis.model.Bound;
import org.kie.dmn.validation.dtanalysis.model.DDTAInputClause;
import org.kie.dmn.validation.dtanalysis.model.Interval;

/**
 * The stretches of values that the analysis of Drools speaks of: as words, examples and samples.
 */
final class Spans {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private Spans() {}

  static boolean holds(Interval span, Object value) {
    return isAbove(span.getLowerBound(), value) && isBelow(span.getUpperBound(), value);
  }

  /** Whether nothing is said about the value. */
  static boolean isAnything(DDTAInputClause column, Interval span) {
    return column.isDiscreteDomain()
        ? listed(column, span).size() == column.getDiscreteValues().size()
        : isInfinite(span.getLowerBound()) && isInfinite(span.getUpperBound());
  }

  /** Such as {@code from 400 to below 500}, or {@code "gold"}. */
  static String words(DDTAInputClause column, Interval span) {
    if (column.isDiscreteDomain()) {
      return String.join(" or ", listed(column, span).stream().map(Spans::shown).toList());
    }
    var lower = span.getLowerBound();
    var upper = span.getUpperBound();
    if (isInfinite(lower)) {
      return (isClosed(upper) ? "up to " : "below ") + shown(upper.getValue());
    }
    if (isInfinite(upper)) {
      return isClosed(lower)
          ? shown(lower.getValue()) + " or more"
          : "above " + shown(lower.getValue());
    }
    if (lower.getValue().equals(upper.getValue())) {
      return shown(lower.getValue());
    }
    return "%s %s %s %s"
        .formatted(
            isClosed(lower) ? "from" : "above",
            shown(lower.getValue()),
            isClosed(upper) ? "to" : "to below",
            shown(upper.getValue()));
  }

  /** The FEEL text of a cell that holds for exactly these values. */
  static String condition(DDTAInputClause column, Interval span) {
    if (isAnything(column, span)) {
      return "-";
    }
    if (column.isDiscreteDomain()) {
      return String.join(", ", listed(column, span).stream().map(Spans::literal).toList());
    }
    var lower = span.getLowerBound();
    var upper = span.getUpperBound();
    if (isInfinite(lower)) {
      return (isClosed(upper) ? "<= " : "< ") + literal(upper.getValue());
    }
    if (isInfinite(upper)) {
      return (isClosed(lower) ? ">= " : "> ") + literal(lower.getValue());
    }
    if (lower.getValue().equals(upper.getValue())) {
      return literal(lower.getValue());
    }
    return (isClosed(lower) ? "[" : "(")
        + literal(lower.getValue())
        + ".."
        + literal(upper.getValue())
        + (isClosed(upper) ? "]" : ")");
  }

  private static String literal(Object value) {
    return switch (value) {
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case BigDecimal number -> number.toPlainString();
      case LocalDate date -> "date(\"" + date + "\")";
      case LocalTime time -> "time(\"" + time + "\")";
      case OffsetTime time -> "time(\"" + time + "\")";
      case LocalDateTime moment -> "date and time(\"" + moment + "\")";
      case ZonedDateTime moment -> "date and time(\"" + moment + "\")";
      case TemporalAmount amount -> "duration(\"" + amount + "\")";
      default -> value.toString();
    };
  }

  /** A value inside, as a person would type it; null where none can be named. */
  static @Nullable String example(DDTAInputClause column, Interval span) {
    if (column.isDiscreteDomain()) {
      var listed = listed(column, span);
      return listed.isEmpty() ? null : shown(listed.getFirst());
    }
    for (var sample : samples(column, List.of(span), List.of(span))) {
      return shown(sample);
    }
    return null;
  }

  /**
   * Values inside the spans such that whatever holds for the values between two marks holds for one
   * of them: every mark, and one value on each side of it. Empty where the values cannot be
   * enumerated like this.
   */
  static List<Object> samples(
      DDTAInputClause column, Collection<Interval> inside, Collection<Interval> marks) {
    var candidates = new ArrayList<Object>();
    if (column.isDiscreteDomain()) {
      for (Object value : column.getDiscreteValues()) {
        candidates.add(value);
      }
    } else {
      var numbers = new TreeSet<BigDecimal>();
      for (var mark : marks) {
        for (var bound : List.of(mark.getLowerBound(), mark.getUpperBound())) {
          if (bound.getValue() instanceof BigDecimal number) {
            numbers.add(number);
          } else if (!isInfinite(bound)) {
            return List.of();
          }
        }
      }
      candidates.addAll(aroundEach(numbers));
    }
    candidates.removeIf(value -> inside.stream().noneMatch(span -> holds(span, value)));
    return candidates;
  }

  private static List<BigDecimal> aroundEach(TreeSet<BigDecimal> numbers) {
    if (numbers.isEmpty()) {
      return List.of(BigDecimal.ZERO);
    }
    var all = new ArrayList<BigDecimal>();
    BigDecimal last = null;
    for (var number : numbers) {
      all.add(last == null ? number.subtract(BigDecimal.ONE) : last.add(number).divide(TWO));
      all.add(number);
      last = number;
    }
    all.add(numbers.last().add(BigDecimal.ONE));
    return all;
  }

  private static List<Object> listed(DDTAInputClause column, Interval span) {
    var listed = new ArrayList<Object>();
    for (Object value : column.getDiscreteValues()) {
      if (holds(span, value)) {
        listed.add(value);
      }
    }
    return listed;
  }

  private static boolean isAbove(Bound<?> lower, Object value) {
    if (isInfinite(lower)) {
      return true;
    }
    int order = compare(value, lower.getValue());
    return isClosed(lower) ? order >= 0 : order > 0;
  }

  private static boolean isBelow(Bound<?> upper, Object value) {
    if (isInfinite(upper)) {
      return true;
    }
    int order = compare(value, upper.getValue());
    return isClosed(upper) ? order <= 0 : order < 0;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Object left, Object right) {
    return ((Comparable) left).compareTo(right);
  }

  private static boolean isInfinite(Bound<?> bound) {
    return bound.getValue() == Interval.NEG_INF || bound.getValue() == Interval.POS_INF;
  }

  private static boolean isClosed(Bound<?> bound) {
    return bound.getBoundaryType() == RangeBoundary.CLOSED;
  }

  private static String shown(Object value) {
    return value instanceof String
        ? "\"" + value + "\""
        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
