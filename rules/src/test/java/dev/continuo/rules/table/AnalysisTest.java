package dev.continuo.rules.table;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private final Tables tables = Tables.open();

  private List<Finding> findings(ModelText text) throws Exception {
    return tables.analyse(text.xml()).get(60, TimeUnit.SECONDS);
  }

  @Test
  void saysNothingAboutACompleteTableWithoutOverlaps() throws Exception {
    assertThat(
            findings(
                aTable()
                    .row("\"gold\"", "< 400", "1", "\"a\"")
                    .row("\"gold\"", ">= 400", "2", "\"b\"")
                    .row("\"silver\"", "-", "3", "\"c\"")))
        .isEmpty();
  }

  @Test
  void namesAGapWithAnExample() throws Exception {
    var findings =
        findings(
            aTable()
                .row("\"gold\"", "< 400", "1", "\"a\"")
                .row("\"gold\"", "> 500", "2", "\"b\"")
                .row("\"silver\"", "-", "3", "\"c\""));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().code()).isEqualTo("gap");
    assertThat(findings.getFirst().sentence())
        .isEqualTo(
            "Discount: No row for Tier \"gold\" and Amount from 400 to 500."
                + " For example, Tier \"gold\" with Amount 400 gets no answer."
                + " Add a row for it, or a last row that covers everything else.");
  }

  @Test
  void namesAValueThatNoRowMentions() throws Exception {
    assertThat(findings(aTable().row("\"gold\"", "-", "1", "\"a\"")))
        .extracting(Finding::what)
        .containsExactly("No row for Tier \"silver\".");
  }

  @Test
  void theExampleOfAGapReallyHasNoAnswer() throws Exception {
    var text =
        aTable()
            .row("\"gold\"", "< 400", "1", "\"a\"")
            .row("\"gold\"", "(500..600)", "2", "\"b\"")
            .row("\"silver\"", ">= 0", "3", "\"c\"");
    var table = ((Compilation.Compiled) tables.compile(text.xml())).table();

    var gaps = findings(text);

    assertThat(gaps).hasSize(3);
    for (var gap : gaps) {
      var words = gap.why().split("Tier \"|\" with Amount | gets no answer.");
      var inputs =
          java.util.Map.<String, Object>of(
              "tier", words[1], "amount", new java.math.BigDecimal(words[2]));
      assertThat(table.evaluate(inputs).hits()).as("%s", gap).isEmpty();
    }
  }

  @Test
  void namesRowsThatFitAtTheSameTime() throws Exception {
    var findings =
        findings(
            aTable()
                .row("\"gold\"", "< 400", "1", "\"a\"")
                .row("\"gold\"", ">= 300", "2", "\"b\"")
                .row("\"silver\"", "-", "3", "\"c\""));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().code()).isEqualTo("overlap");
    assertThat(findings.getFirst().what())
        .isEqualTo(
            "Rows 1 and 2 fit at the same time for Tier \"gold\" and Amount from 300 to below"
                + " 400.");
  }

  @Test
  void anyMindsOnlyDifferentAnswers() throws Exception {
    var same =
        aTable()
            .hitPolicy("ANY")
            .row("\"gold\"", "-", "1", "\"a\"")
            .row("-", "> 5", "1", "\"a\"")
            .row("\"silver\"", "-", "1", "\"a\"");
    var different =
        aTable()
            .hitPolicy("ANY")
            .row("\"gold\"", "-", "1", "\"a\"")
            .row("-", "> 5", "2", "\"a\"")
            .row("\"silver\"", "-", "1", "\"a\"");

    assertThat(findings(same)).isEmpty();
    assertThat(findings(different)).extracting(Finding::code).contains("overlap");
  }

  @Test
  void firstMindsOnlyRowsThatNeverAnswer() throws Exception {
    assertThat(
            findings(
                aTable()
                    .hitPolicy("FIRST")
                    .row("\"gold\"", "< 400", "1", "\"a\"")
                    .row("\"gold\"", "-", "2", "\"b\"")
                    .row("-", "-", "3", "\"c\"")))
        .isEmpty();

    assertThat(
            findings(
                aTable()
                    .hitPolicy("FIRST")
                    .row("\"gold\"", "< 400", "1", "\"a\"")
                    .row("\"gold\"", "[10..20]", "2", "\"b\"")
                    .row("-", "-", "3", "\"c\"")))
        .extracting(f -> f.code() + " " + f.where().row())
        .containsExactly("row-hidden 2");
  }

  @Test
  void aRowMayBeHiddenBySeveralRowsTogether() throws Exception {
    assertThat(
            findings(
                aTable()
                    .hitPolicy("FIRST")
                    .row("\"gold\"", "< 400", "1", "\"a\"")
                    .row("\"gold\"", ">= 400", "2", "\"b\"")
                    .row("\"silver\"", "-", "3", "\"c\"")
                    .row("\"gold\",\"silver\"", "[0..1000]", "4", "\"d\"")))
        .extracting(f -> f.code() + " " + f.where().row())
        .containsExactly("row-hidden 4");
    assertThat(
            findings(
                aTable()
                    .hitPolicy("FIRST")
                    .row("\"gold\"", "< 400", "1", "\"a\"")
                    .row("\"gold\"", "> 400", "2", "\"b\"")
                    .row("\"silver\"", "-", "3", "\"c\"")
                    .row("\"gold\"", "[0..1000]", "4", "\"d\"")))
        .as("amount 400 is left for row 4")
        .isEmpty();
  }

  @Test
  void aLastRowForEverythingElseIsNeverHidden() throws Exception {
    var text =
        aTable()
            .hitPolicy("FIRST")
            .row("\"gold\"", "-", "1", "\"a\"")
            .row("\"silver\"", "-", "2", "\"b\"")
            .row("-", "-", "3", "\"c\"");
    var table = ((Compilation.Compiled) tables.compile(text.xml())).table();

    assertThat(findings(text)).isEmpty();
    assertThat(table.evaluate(java.util.Map.of("tier", "bronze", "amount", 1)).hits())
        .extracting(HitRow::number)
        .containsExactly(3);
  }

  @Test
  void saysWhenItCannotLook() throws Exception {
    assertThat(findings(aTable().row("-", "> 5 + 3", "1", "\"a\"")))
        .extracting(Finding::code)
        .containsExactly("not-analysed");
    var text = aTable().row("\"gold\"", "-", "1", "\"a\"").xml();
    var open = text.replaceFirst("(?s)<inputValues.*?</inputValues>", "");
    assertThat(tables.analyse(open).get(60, TimeUnit.SECONDS))
        .extracting(f -> f.code() + " " + f.where().column())
        .containsExactly("values-unknown Tier");
  }

  @Test
  void aModelThatDoesNotCompileGivesNothing() throws Exception {
    assertThat(tables.analyse("<x").get(60, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void doesNotStartOnWhatWouldTakeTooLong() throws Exception {
    var text = aTable().hitPolicy("FIRST");
    for (int i = 0; i < 1_100; i++) {
      text.row("not(\"x" + i + "\")", "[" + i + ".." + (i + 7) + "]", "1", "\"a\"");
    }

    assertThat(findings(text)).extracting(Finding::code).containsExactly("not-analysed");
  }

  @Test
  void saysWhereTheOrderOfAFirstTableDecides() throws Exception {
    var analysis =
        tables
            .study(
                aTable()
                    .hitPolicy("FIRST")
                    .row("\"gold\"", "< 500", "1", "\"a\"")
                    .row("\"gold\"", ">= 400", "2", "\"b\"")
                    .row("-", "-", "3", "\"c\"")
                    .xml())
            .get(60, TimeUnit.SECONDS);

    assertThat(analysis.findings()).isEmpty();
    assertThat(analysis.orderMatters())
        .extracting(Finding::sentence)
        .containsExactly(
            "Discount, row 1: Rows 1 and 2 fit at the same time for Tier \"gold\" and Amount from"
                + " 400 to below 500. Row 1 answers, because it stands first. Nothing, if that is"
                + " meant.");
  }
}
