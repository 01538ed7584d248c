package dev.continuo.runtime.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.HitRow;
import dev.continuo.rules.table.TableOutput;
import dev.continuo.rules.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedTablesTests {
  private static final Tables TABLES = Tables.open();

  static String text(String id) {
    try (var file =
        ShippedTablesTests.class.getResourceAsStream("/continuo/tables/" + id + ".dmn")) {
      return new String(Objects.requireNonNull(file, id).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompiledTable table(String id) {
    var compilation = TABLES.compile(text(id));
    assertThat(compilation).as("%s", compilation.findings()).isInstanceOf(Compiled.class);
    return ((Compiled) compilation).table();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead-qualification", "gate-policy", "severity"})
  void compileWithoutAWordBoundedAndWithRowsInWords(String id) {
    var compilation = TABLES.compile(text(id));
    var table = table(id);

    assertThat(compilation.findings()).isEmpty();
    assertThat(table.bounded()).isTrue();
    assertThat(HouseTables.findings(id, table)).isEmpty();
    assertThat(table.mainDecision().id()).isEqualTo(id);
    assertThat(table.mainDecision().rows())
        .allSatisfy(row -> assertThat(row.ruleId()).startsWith(id + "-"))
        .extracting(HitRow::words)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead-qualification", "gate-policy", "severity"})
  void haveNoGapsAndNoRowThatNeverAnswers(String id) throws Exception {
    assertThat(TABLES.analyse(text(id)).get(60, TimeUnit.SECONDS)).isEmpty();
  }

  private static Evaluation lead(
      String kind, boolean known, @Nullable Object amount, String language, double score) {
    var inputs = new HashMap<String, @Nullable Object>();
    inputs.put("kind", kind);
    inputs.put("knownContact", known);
    inputs.put("amount", amount);
    inputs.put("language", language);
    inputs.put("score", score);
    var answer = table("lead-qualification").evaluate(inputs);
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.hits()).hasSize(1);
    return answer;
  }

  @ParameterizedTest(name = "{0}, known {1}, amount {2}, {3}, score {4}: {5} {6} {7}")
  @CsvSource(
      textBlock =
          """
          newsletter-or-offer, false,      , en, 0.9, park,    0,  168
          job-application,     false,      , en, 0.9, decline, 5,  120
          project-inquiry,     true,       , de, 0.9, answer,  30, 24
          unclear,             true,       , en, 0.1, answer,  30, 24
          project-inquiry,     true,       , en, 0.2, answer,  40, 24
          support,             true,       , en, 0.8, answer,  85, 8
          support,             false,      , en, 0.8, answer,  40, 24
          invoice-question,    false,      , en, 0.8, answer,  70, 8
          project-inquiry,     true,   100 , en, 0.8, answer,  90, 8
          project-inquiry,     false, 5000 , en, 0.8, answer,  80, 24
          project-inquiry,     false, 499.9, en, 0.8, decline, 20, 48
          project-inquiry,     false,      , en, 0.8, answer,  65, 24
          price-request,       true,       , en, 0.8, answer,  75, 8
          price-request,       false,      , en, 0.8, answer,  60, 24
          meeting-request,     true,       , en, 0.8, answer,  80, 8
          meeting-request,     false,      , en, 0.8, answer,  60, 24
          somebody-s-own-kind, false,      , en, 0.8, park,    10, 168
          """)
  void leadQualificationHasARowForEveryKind(
      String kind,
      boolean known,
      @Nullable Double amount,
      String language,
      double score,
      String action,
      int fit,
      int hours) {
    var inputs = new HashMap<String, @Nullable Object>();
    inputs.put("kind", kind);
    inputs.put("knownContact", known);
    inputs.put("amount", amount);
    inputs.put("language", language);
    inputs.put("score", score);

    var outputs = PlainValues.of(table("lead-qualification").evaluate(inputs).outputs());

    assertThat(outputs)
        .containsEntry("action", action)
        .containsEntry("fit", (long) fit)
        .containsEntry("answerWithinHours", (long) hours);
    assertThat((String) outputs.get("reason")).isNotBlank();
  }

  @Test
  void everyRowOfLeadQualificationCanHit() {
    var hit =
        List.of(
                lead("newsletter-or-offer", false, null, "en", 0.9),
                lead("job-application", false, null, "en", 0.9),
                lead("support", true, null, "fr", 0.9),
                lead("unclear", true, null, "en", 0.9),
                lead("support", true, null, "en", 0.1),
                lead("support", true, null, "en", 0.9),
                lead("support", false, null, "en", 0.9),
                lead("invoice-question", false, null, "en", 0.9),
                lead("project-inquiry", true, null, "en", 0.9),
                lead("project-inquiry", false, 9_000, "en", 0.9),
                lead("project-inquiry", false, 20, "en", 0.9),
                lead("project-inquiry", false, 900, "en", 0.9),
                lead("price-request", true, null, "en", 0.9),
                lead("price-request", false, null, "en", 0.9),
                lead("meeting-request", true, null, "en", 0.9),
                lead("meeting-request", false, null, "en", 0.9))
            .stream()
            .map(answer -> answer.hits().getFirst().number())
            .toList();

    var rows = table("lead-qualification").mainDecision().rows().size();
    assertThat(hit).hasSize(rows - 1).doesNotHaveDuplicates().doesNotContain(rows);
  }

  @ParameterizedTest(name = "{0} over {1}, {2}, {3}, {4}: {5}")
  @CsvSource(
      textBlock =
          """
          none,    ,             ,        , supervised, allow
          read,    ,             ,        , supervised, allow
          memory,  ,             ,        , supervised, allow
          outside, mail,     0,    new,     supervised, ask
          outside, mail,     0,    known,   supervised, ask
          outside, mail,     5000, known,   trusted,    ask
          outside, calendar, 0,    trusted, trusted,    ask
          outside, mail,     0,    blocked, trusted,    forbid
          outside, other,    ,            , trusted,    ask
          OUTSIDE, mail,     0,    trusted, trusted,    ask
          """)
  void gatePolicyAsksForEverythingOutside(
      String effectClass,
      @Nullable String channel,
      @Nullable Integer amount,
      @Nullable String standing,
      String autonomy,
      String outcome) {
    var inputs = new HashMap<String, @Nullable Object>();
    inputs.put("effectClass", effectClass);
    inputs.put("channel", channel);
    inputs.put("amount", amount);
    inputs.put("clientStanding", standing);
    inputs.put("flowAutonomy", autonomy);

    assertThat(table("gate-policy").evaluate(inputs).outputs()).containsEntry("outcome", outcome);
  }

  @Test
  void noRowOfTheShippedGatePolicyLetsSomethingOutUnasked() {
    assertThat(table("gate-policy").outputs())
        .extracting(TableOutput::name)
        .containsExactly("outcome", "reason");
    for (var standing : new String[] {"new", "known", "trusted", null}) {
      for (var channel : new String[] {"mail", "calendar", "http", null}) {
        for (var amount : new Integer[] {0, 999, 1000, 1_000_000, null}) {
          var inputs = new HashMap<String, @Nullable Object>();
          inputs.put("effectClass", "outside");
          inputs.put("channel", channel);
          inputs.put("amount", amount);
          inputs.put("clientStanding", standing);
          inputs.put("flowAutonomy", "trusted");
          assertThat(table("gate-policy").evaluate(inputs).outputs())
              .containsEntry("outcome", "ask");
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} due in {1} hours: {2}")
  @CsvSource(
      textBlock =
          """
          outcome, 10000, now
          stuck,   10000, now
          effect,  3,     now
          effect,  24,    working hours
          effect,  -2,    now
          task,    10000, working hours
          message, 10000, working hours
          memory,  10000, digest
          other,   1,     now
          other,   ,      working hours
          """)
  void severityIsSoonerTheNearerTheTime(String kind, @Nullable Integer hours, String severity) {
    var inputs = new HashMap<String, @Nullable Object>();
    inputs.put("cardKind", kind);
    inputs.put("hoursUntilDue", hours);

    var outputs = table("severity").evaluate(inputs).outputs();

    assertThat(outputs).containsEntry("severity", severity);
    assertThat((String) outputs.get("ifNothing")).endsWith(".");
  }

  @Test
  void aHouseTableMustAskWhatTheHouseCanTellAndAnswerWhatItListensFor() {
    var other =
        text("gate-policy")
            .replace("name=\"flowAutonomy\"", "name=\"weather\"")
            .replace("<text>flowAutonomy</text>", "<text>weather</text>")
            .replace("name=\"outcome\"", "name=\"verdict\"");
    var compilation = TABLES.compile(other);
    assertThat(compilation).as("%s", compilation).isInstanceOf(Compiled.class);

    assertThat(HouseTables.findings("gate-policy", ((Compiled) compilation).table()))
        .extracting(f -> f.code() + ": " + f.what())
        .containsExactly(
            "house-input-unknown: The table asks for \"weather\".",
            "house-output-missing: The table does not answer \"outcome\".");
    assertThat(Map.of("lead-qualification", "FLOW", "severity", "HOUSE"))
        .allSatisfy((id, kind) -> assertThat(HouseTables.kindOf(id)).hasToString(kind));
  }
}
