package dev.continuo.rules.sandbox;

import dev.continuo.rules.table.Analysis;
import dev.continuo.rules.table.DecisionShape;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Finding.Severity;
import dev.continuo.rules.table.Gap;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.TableInput;
import dev.continuo.rules.table.TableOutput;
import dev.continuo.rules.table.TableShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of {@code table} as plain lists, and back. The order of items is the protocol. */
final class Messages {
  private Messages() {}

  static List<@Nullable Object> items(@Nullable Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  static List<@Nullable Object> shape(TableShape table) {
    return items(
        table.contentHash(),
        table.name(),
        table.bounded(),
        each(table.decisions(), Messages::decision),
        table.mainDecision().id(),
        each(table.inputs(), i -> items(i.name(), i.label(), i.type(), i.allowed())));
  }

  static TableShape shape(@Nullable Object value) {
    var list = list(value);
    var decisions = all(list.get(3), Messages::decision);
    var main = text(list.get(4));
    return new TableShape(
        text(list.get(0)),
        text(list.get(1)),
        (Boolean) Objects.requireNonNull(list.get(2)),
        decisions,
        decisions.stream().filter(one -> one.id().equals(main)).findFirst().orElseThrow(),
        all(
            list.get(5),
            each -> {
              var input = list(each);
              return new TableInput(
                  text(input.get(0)), text(input.get(1)), text(input.get(2)), texts(input.get(3)));
            }));
  }

  private static List<@Nullable Object> decision(DecisionShape shape) {
    return items(
        shape.id(),
        shape.name(),
        shape.hitPolicy(),
        each(shape.outputs(), o -> items(o.name(), o.label(), o.type(), o.allowed())),
        each(shape.rows(), Messages::row));
  }

  private static DecisionShape decision(@Nullable Object value) {
    var list = list(value);
    return new DecisionShape(
        text(list.get(0)),
        text(list.get(1)),
        text(list.get(2)),
        all(
            list.get(3),
            each -> {
              var output = list(each);
              return new TableOutput(
                  text(output.get(0)),
                  text(output.get(1)),
                  text(output.get(2)),
                  texts(output.get(3)));
            }),
        all(list.get(4), Messages::row));
  }

  private static List<@Nullable Object> row(HitRow row) {
    return items(row.number(), row.ruleId(), row.words(), row.decision());
  }

  private static HitRow row(@Nullable Object value) {
    var list = list(value);
    return new HitRow(number(list.get(0)), text(list.get(1)), text(list.get(2)), text(list.get(3)));
  }

  static List<@Nullable Object> finding(Finding finding) {
    var where = finding.where();
    return items(
        finding.severity().name(),
        finding.code(),
        where.table(),
        where.row(),
        where.column(),
        where.elementId(),
        finding.what(),
        finding.why(),
        finding.fix());
  }

  static Finding finding(@Nullable Object value) {
    var list = list(value);
    var where =
        new Place(
            text(list.get(2)),
            list.get(3) == null ? null : number(list.get(3)),
            (String) list.get(4),
            (String) list.get(5));
    return new Finding(
        Severity.valueOf(text(list.get(0))),
        text(list.get(1)),
        where,
        text(list.get(6)),
        text(list.get(7)),
        text(list.get(8)));
  }

  static List<@Nullable Object> evaluation(Evaluation evaluation) {
    return items(
        evaluation.outputs(),
        evaluation.value(),
        each(evaluation.hits(), Messages::row),
        each(evaluation.problems(), Messages::finding));
  }

  static Evaluation evaluation(@Nullable Object value) {
    var list = list(value);
    return new Evaluation(
        map(list.get(0)),
        list.get(1),
        all(list.get(2), Messages::row),
        all(list.get(3), Messages::finding));
  }

  static List<@Nullable Object> analysis(Analysis analysis) {
    return items(
        each(analysis.findings(), Messages::finding),
        each(
            analysis.gaps(),
            gap -> items(finding(gap.finding()), gap.decisionId(), gap.conditions())),
        each(analysis.orderMatters(), Messages::finding));
  }

  static Analysis analysis(@Nullable Object value) {
    var list = list(value);
    return new Analysis(
        all(list.get(0), Messages::finding),
        all(
            list.get(1),
            each -> {
              var gap = list(each);
              return new Gap(finding(gap.get(0)), text(gap.get(1)), texts(gap.get(2)));
            }),
        all(list.get(2), Messages::finding));
  }

  static <T> List<@Nullable Object> each(List<T> values, Function<T, Object> plain) {
    var list = new ArrayList<@Nullable Object>(values.size());
    values.forEach(value -> list.add(plain.apply(value)));
    return list;
  }

  static <T> List<T> all(@Nullable Object value, Function<@Nullable Object, T> read) {
    var all = new ArrayList<T>();
    list(value).forEach(each -> all.add(read.apply(each)));
    return all;
  }

  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(@Nullable Object value) {
    return (List<@Nullable Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }

  static String text(@Nullable Object value) {
    return (String) Objects.requireNonNull(value);
  }

  private static List<String> texts(@Nullable Object value) {
    return all(value, Messages::text);
  }

  private static int number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).intValue();
  }
}
