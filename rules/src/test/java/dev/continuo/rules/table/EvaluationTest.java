package dev.continuo.rules.table;

import static dev.continuo.rules.table.ModelText.aTable;
import static dev.continuo.rules.table.ModelText.output;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.table.Compilation.Compiled;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final Tables tables = Tables.open();

  private CompiledTable compiled(String xml) {
    var compilation = tables.compile(xml);
    assertThat(compilation).as("%s", compilation.findings()).isInstanceOf(Compiled.class);
    return ((Compiled) compilation).table();
  }

  @Test
  void uniqueNamesTheOneRowThatHits() {
    var table =
        compiled(
            aTable()
                .row("\"gold\"", ">= 100", "20", "\"give\"")
                .row("\"gold\"", "< 100", "10", "\"give\"")
                .row("not(\"gold\")", "-", "0", "\"refuse\"")
                .xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 99.5));

    assertThat(answer.answered()).isTrue();
    assertThat(answer.outputs())
        .containsExactly(Map.entry("fit", BigDecimal.TEN), Map.entry("action", "give"));
    assertThat(answer.hits()).containsExactly(new HitRow(2, "row_2", "Words of row 2", "Discount"));
  }

  @Test
  void uniqueWithTwoRowsIsAProblemThatNamesBoth() {
    var table =
        compiled(aTable().row("\"gold\"", "-", "20", "\"a\"").row("-", "> 5", "10", "\"b\"").xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 10));

    assertThat(answer.answered()).isFalse();
    assertThat(answer.outputs()).isEmpty();
    assertThat(answer.problems())
        .extracting(Finding::code, Finding::what)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("rows-overlap", "Rows 1, 2 fit at the same time."));
    assertThat(answer.hits()).extracting(HitRow::number).containsExactly(1, 2);
  }

  @Test
  void firstTakesTheUpperRow() {
    var table =
        compiled(
            aTable()
                .hitPolicy("FIRST")
                .row("\"gold\"", "-", "20", "\"a\"")
                .row("-", "-", "10", "\"b\"")
                .xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 10));

    assertThat(answer.outputs()).containsEntry("action", "a");
    assertThat(answer.hits()).extracting(HitRow::number).containsExactly(1);
  }

  @Test
  void priorityTakesTheAnswerListedFirst() {
    var table =
        compiled(
            aTable()
                .hitPolicy("PRIORITY")
                .outputs(
                    "<output id='o' name='action' typeRef='string'><outputValues"
                        + " id='ov'><text>\"high\",\"low\"</text></outputValues></output>")
                .row("-", "-", "\"low\"")
                .row("\"gold\"", "-", "\"high\"")
                .xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 1));

    assertThat(answer.outputs()).containsExactly(Map.entry("action", "high"));
    assertThat(answer.hits()).extracting(HitRow::number).containsExactly(2);
  }

  @Test
  void collectNamesAllRowsThatHit() {
    var table =
        compiled(
            aTable()
                .hitPolicy("COLLECT")
                .row("\"gold\"", "-", "20", "\"a\"")
                .row("\"silver\"", "-", "15", "\"x\"")
                .row("-", "> 5", "10", "\"b\"")
                .xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 10));

    assertThat(answer.hits()).extracting(HitRow::number).containsExactly(1, 3);
    assertThat(answer.outputs())
        .containsExactly(
            Map.entry(
                "Discount",
                List.of(
                    Map.of("fit", BigDecimal.valueOf(20), "action", "a"),
                    Map.of("fit", BigDecimal.TEN, "action", "b"))));
  }

  @Test
  void collectSumAnswersWithOneNumber() {
    var table =
        compiled(
            aTable()
                .hitPolicy("\"COLLECT\" aggregation=\"SUM\"")
                .outputs(output("points", "number"))
                .row("\"gold\"", "-", "20")
                .row("-", "> 5", "10")
                .xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 10));

    assertThat(answer.value()).isEqualTo(BigDecimal.valueOf(30));
    assertThat(answer.hits()).extracting(HitRow::number).containsExactly(1, 2);
  }

  @Test
  void noRowIsSaidAndAnswersNothing() {
    var table = compiled(aTable().row("\"gold\"", "-", "20", "\"a\"").xml());

    var answer = table.evaluate(Map.of("tier", "silver", "amount", 10));

    assertThat(answer.outputs()).isEmpty();
    assertThat(answer.hits()).isEmpty();
    assertThat(answer.problems()).extracting(Finding::code).containsExactly("no-row");
  }

  @Test
  void aValueOfTheWrongTypeIsASentenceAndNoGuess() {
    var table = compiled(aTable().row("-", "-", "20", "\"a\"").xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", "a lot"));

    assertThat(answer.answered()).isFalse();
    assertThat(answer.outputs()).isEmpty();
    assertThat(answer.problems()).hasSize(1);
    assertThat(answer.problems().getFirst().sentence())
        .isEqualTo(
            "Discount, column \"Amount\": \"amount\" is \"a lot\", which is not of type number."
                + " The table compares it as number."
                + " Correct the mapping of the step that asks, or the type of the column.");
  }

  @Test
  void aMissingValueIsAProblemButNullIsAValue() {
    var table = compiled(aTable().row("-", "-", "20", "\"a\"").xml());
    var withNull = new HashMap<String, Object>();
    withNull.put("tier", "gold");
    withNull.put("amount", null);

    assertThat(table.evaluate(Map.of("tier", "gold")).problems())
        .extracting(Finding::code)
        .containsExactly("input-missing");
    assertThat(table.evaluate(withNull).outputs()).containsEntry("action", "a");
  }

  @Test
  void anUnknownInputIsNotedAndIgnored() {
    var table = compiled(aTable().row("-", "-", "20", "\"a\"").xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 1, "ammount", 2));

    assertThat(answer.answered()).isTrue();
    assertThat(answer.outputs()).containsEntry("action", "a");
    assertThat(answer.problems()).extracting(Finding::code).containsExactly("input-unknown");
  }

  @Test
  void aValueOutsideTheListIsNoted() {
    var table = compiled(aTable().row("-", "-", "20", "\"a\"").xml());

    var answer = table.evaluate(Map.of("tier", "platinum", "amount", 1));

    assertThat(answer.problems()).extracting(Finding::code).containsExactly("input-not-listed");
  }

  @Test
  void anUnknownDecisionIsNamed() {
    var table = compiled(aTable().row("-", "-", "20", "\"a\"").xml());

    assertThat(table.evaluate("rebate", Map.of()).problems())
        .extracting(Finding::code)
        .containsExactly("decision-unknown");
  }

  @Test
  void anAnswerThatDoesNotFitItsColumnNamesTheRow() {
    var table = compiled(aTable().row("-", "-", "tier", "\"a\"").xml());

    var answer = table.evaluate(Map.of("tier", "gold", "amount", 1));

    assertThat(answer.answered()).isFalse();
    assertThat(answer.problems().getFirst().code()).isEqualTo("answer-type");
    assertThat(answer.problems().getFirst().where().row()).isEqualTo(1);
  }

  @Test
  void decisionsThatNeedEachOtherReportTheRowsOfBoth() {
    var table =
        compiled(
            aTable()
                .row("-", "-", "20", "\"give\"")
                .more(
                    """
                    <decision id="mail" name="Mail">
                      <variable name="Mail" typeRef="string"/>
                      <informationRequirement><requiredDecision href="#discount"/></informationRequirement>
                      <decisionTable id="mails" hitPolicy="FIRST">
                        <input id="c"><inputExpression id="e" typeRef="string"><text>Discount.action</text></inputExpression></input>
                        <output id="o" typeRef="string"/>
                        <rule id="m1"><inputEntry id="m1a"><text>"give"</text></inputEntry><outputEntry id="m1b"><text>"write"</text></outputEntry></rule>
                      </decisionTable>
                    </decision>
                    """)
                .xml());

    assertThat(table.mainDecision().name()).isEqualTo("Mail");
    var answer = table.evaluate(Map.of("tier", "gold", "amount", 1));

    assertThat(answer.outputs()).containsExactly(Map.entry("Mail", "write"));
    assertThat(answer.hits())
        .extracting(HitRow::decision, HitRow::number, HitRow::words)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Discount", 1, "Words of row 1"),
            org.assertj.core.groups.Tuple.tuple("Mail", 1, "Discount.action give"));
  }

  @Test
  void datesMayBeIsoText() {
    var xml =
        aTable()
            .row("-", "> date(\"2026-01-01\")", "20", "\"late\"")
            .row("-", "<= date(\"2026-01-01\")", "20", "\"early\"")
            .xml()
            .replace("name=\"amount\" typeRef=\"number\"", "name=\"amount\" typeRef=\"date\"")
            .replace("id=\"ex_amount\" typeRef=\"number\"", "id=\"ex_amount\" typeRef=\"date\"");
    var table = compiled(xml);

    assertThat(table.evaluate(Map.of("tier", "gold", "amount", "2026-11-22")).outputs())
        .containsEntry("action", "late");
    assertThat(table.evaluate(Map.of("tier", "gold", "amount", LocalDate.of(2025, 1, 1))).outputs())
        .containsEntry("action", "early");
    assertThat(table.evaluate(Map.of("tier", "gold", "amount", "soon")).problems())
        .extracting(Finding::code)
        .containsExactly("input-type");
  }

  @Test
  void answersInTheOrderOfTheColumnsWithTheJdksTypes() {
    var table =
        compiled(
            aTable()
                .outputs(
                    output("zeta", "string")
                        + output("alpha", "years and months duration")
                        + output("mid", "days and time duration")
                        + output("beta", "date"))
                .row(
                    "-",
                    "-",
                    "\"z\"",
                    "duration(\"P1Y2M\")",
                    "duration(\"PT3H\")",
                    "date(\"2026-11-22\")")
                .xml());

    assertThat(table.evaluate(Map.of("tier", "gold", "amount", 1)).outputs())
        .containsExactly(
            Map.entry("zeta", "z"),
            Map.entry("alpha", Period.of(1, 2, 0)),
            Map.entry("mid", Duration.ofHours(3)),
            Map.entry("beta", LocalDate.of(2026, 11, 22)));
  }

  @Test
  void manyThreadsAskOneTableAtOnce() throws Exception {
    var table =
        compiled(
            aTable()
                .row("-", "< 500", "amount", "\"low\"")
                .row("-", ">= 500", "amount", "\"high\"")
                .xml());
    try (var threads = Executors.newFixedThreadPool(4)) {
      var asked =
          IntStream.range(0, 2_000)
              .mapToObj(
                  i -> threads.submit(() -> table.evaluate(Map.of("tier", "gold", "amount", i))))
              .toList();
      for (int i = 0; i < asked.size(); i++) {
        var answer = asked.get(i).get();
        assertThat(answer.outputs())
            .containsExactly(
                Map.entry("fit", BigDecimal.valueOf(i)),
                Map.entry("action", i < 500 ? "low" : "high"));
        assertThat(answer.hits()).extracting(HitRow::number).containsExactly(i < 500 ? 1 : 2);
      }
    }
  }
}
