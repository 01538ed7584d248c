package dev.continuo.rules.table;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.Finding.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilationTest {
  private final Tables tables = Tables.open();

  private List<Finding> refusal(String xml) {
    var compilation = tables.compile(xml);
    assertThat(compilation).as("%s", compilation).isInstanceOf(Refused.class);
    assertThat(compilation.findings()).anyMatch(Finding::isError);
    return compilation.findings();
  }

  private Compiled compiled(String xml) {
    var compilation = tables.compile(xml);
    assertThat(compilation).as("%s", compilation).isInstanceOf(Compiled.class);
    return (Compiled) compilation;
  }

  @Test
  void tellsWhatTheTableAsksAndAnswers() {
    var table = compiled(aTable().row("\"gold\"", "-", "1", "\"a\"").xml()).table();

    assertThat(table.name()).isEqualTo("Discounts");
    assertThat(table.contentHash()).hasSize(64);
    assertThat(table.bounded()).isTrue();
    assertThat(table.inputs())
        .containsExactly(
            new TableInput("tier", "Tier", "string", List.of("\"gold\"", "\"silver\"")),
            new TableInput("amount", "Amount", "number", List.of()));
    assertThat(table.outputs()).extracting(TableOutput::name).containsExactly("fit", "action");
    assertThat(table.mainDecision().hitPolicy()).isEqualTo("UNIQUE");
    assertThat(table.mainDecision().rows())
        .extracting(HitRow::words)
        .containsExactly("Words of row 1");
  }

  @Test
  void keepsCompiledTablesByTheirText() {
    var xml = aTable().row("\"gold\"", "-", "1", "\"a\"").xml();

    assertThat(compiled(xml).table()).isSameAs(compiled(xml).table());
    assertThat(compiled(xml.replace("Words of", "Sense of")).table().contentHash())
        .isNotEqualTo(compiled(xml).table().contentHash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE definitions SYSTEM \"file:///etc/passwd\">",
        "<!DOCTYPE d [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>",
        "<!doctype d>"
      })
  void refusesADocumentTypeBeforeParsing(String doctype) {
    var xml = aTable().row("-", "-", "1", "\"a\"").xml().replace("?>", "?>" + doctype);

    var findings = refusal(xml);

    assertThat(findings).extracting(Finding::code).containsExactly("doctype-refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not xml", "<definitions", "<a></b>"})
  void saysThatTextIsNoXml(String text) {
    assertThat(refusal(text)).extracting(Finding::code).containsExactly("xml-malformed");
  }

  @Test
  void namesLineAndPositionOfMalformedXml() {
    var cut = aTable().row("-", "-", "1", "\"a\"").xml().replace("</definitions>", "");

    assertThat(refusal(cut).getFirst().why()).startsWith("At line ");
  }

  @Test
  void saysThatXmlIsNoDmn() {
    assertThat(refusal("<html><body/></html>"))
        .extracting(Finding::code)
        .containsExactly("not-dmn");
  }

  @Test
  void namesRowAndColumnOfACellThatCannotBeRead() {
    var findings =
        refusal(
            aTable()
                .row("\"gold\"", "> 5", "1", "\"a\"")
                .row("old friends", "-", "1", "\"a\"")
                .row("-", "5 5", "1", "\"a\"")
                .xml());

    assertThat(findings)
        .extracting(f -> f.where().words())
        .contains("Discount, row 2, column \"Tier\"", "Discount, row 3, column \"Amount\"");
    assertThat(findings)
        .filteredOn(f -> "Tier".equals(f.where().column()))
        .first()
        .satisfies(f -> assertThat(f.fix()).contains("\"old friends\""));
  }

  @Test
  void namesEveryBrokenCellOfARowAtOnce() {
    var findings = refusal(aTable().row("old friends", "5 5", "about ten", "if then").xml());

    assertThat(findings)
        .extracting(f -> f.where().column())
        .containsExactlyInAnyOrder("Tier", "Amount", "FIT", "ACTION");
  }

  @Test
  void namesAnUnknownNameAndTheKnownOnes() {
    var findings = refusal(aTable().row("gold", "-", "1", "\"a\"").xml());

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().code()).isEqualTo("name-unknown");
    assertThat(findings.getFirst().where()).isEqualTo(new Place("Discount", 1, "Tier", "cell_1_0"));
    assertThat(findings.getFirst().why()).contains("amount", "tier");
  }

  @Test
  void namesAValueThatIsThereButNotConnected() {
    var compilation =
        tables.compile(
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="Price" namespace="urn:t">
              <inputData id="i" name="amount"><variable name="amount" typeRef="number"/></inputData>
              <decision id="d" name="Base price"><variable name="Base price"/>
                <literalExpression id="e"><text>amount * 2</text></literalExpression></decision>
              <decision id="o" name="Nothing yet"><variable name="Nothing yet"/></decision>
            </definitions>
            """);

    assertThat(compilation.findings())
        .extracting(finding -> finding.where().words() + ": " + finding.what())
        .contains(
            "Base price: \"amount\" is not connected to \"Base price\".",
            "Nothing yet: Nothing is said yet about \"Nothing yet\".");
  }

  @Test
  void refusesPlainValuesOfTheWrongType() {
    var findings = refusal(aTable().row("7", "\"much\"", "\"ten\"", "true").xml());

    assertThat(findings)
        .extracting(f -> f.where().column(), Finding::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Tier", "cell-type"),
            org.assertj.core.groups.Tuple.tuple("Amount", "cell-type"),
            org.assertj.core.groups.Tuple.tuple("FIT", "cell-type"),
            org.assertj.core.groups.Tuple.tuple("ACTION", "cell-type"));
  }

  @Test
  void refusesARowThatDoesNotFillItsColumns() {
    assertThat(refusal(aTable().row("-", "-", "1").xml()))
        .extracting(Finding::code)
        .contains("cells-missing");
  }

  @Test
  void refusesAHitPolicyThatDoesNotExist() {
    assertThat(refusal(aTable().hitPolicy("BEST").row("-", "-", "1", "\"a\"").xml()))
        .extracting(Finding::code)
        .contains("hit-policy-unknown");
  }

  @Test
  void refusesPriorityWithoutAnOrderOfAnswers() {
    assertThat(refusal(aTable().hitPolicy("PRIORITY").row("-", "-", "1", "\"a\"").xml()))
        .extracting(Finding::code)
        .contains("model-missing-output-values");
  }

  @Test
  void refusesDecisionsThatNeedEachOtherInACircle() {
    var circle =
        """
        <decision id="a" name="A"><variable name="A"/>
          <informationRequirement><requiredDecision href="#b"/></informationRequirement>
          <literalExpression><text>B</text></literalExpression></decision>
        <decision id="b" name="B"><variable name="B"/>
          <informationRequirement><requiredDecision href="#a"/></informationRequirement>
          <literalExpression><text>A</text></literalExpression></decision>
        """;

    assertThat(refusal(aTable().row("-", "-", "1", "\"a\"").more(circle).xml()))
        .extracting(Finding::what)
        .anyMatch(what -> what.contains("Cyclic"));
  }

  @Test
  void refusesANameThatIsUsedTwice() {
    var twin =
        "<decision id='twin' name='Discount'><variable name='Discount'/>"
            + "<literalExpression><text>1</text></literalExpression></decision>";

    assertThat(refusal(aTable().row("-", "-", "1", "\"a\"").more(twin).xml()))
        .extracting(Finding::code)
        .contains("name-twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
        "1 // \" \n + function(x) external {java: {}} // \"",
        "function(x) /* \" */ external /* \" */ {pmml: {}}"
      })
  void refusesAnExternalFunctionInACell(String cell) {
    assertThat(refusal(aTable().row("-", "-", cell, "\"a\"").xml()))
        .extracting(Finding::code)
        .contains("foreign-code-refused");
  }

  @Test
  void mayNameTheWordExternalInText() {
    compiled(aTable().row("-", "-", "1", "\"an external {client}\"").xml());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Java", "PMML", "java"})
  void refusesAnExternalFunctionInTheModel(String kind) {
    var function =
        """
        <businessKnowledgeModel id="bkm" name="abs"><variable name="abs"/>
          <encapsulatedLogic kind="%s"><formalParameter name="x"/>
            <context><contextEntry><variable name="class"/><literalExpression><text>"java.lang.Math"</text></literalExpression></contextEntry></context>
          </encapsulatedLogic></businessKnowledgeModel>
        """
            .formatted(kind);

    assertThat(refusal(aTable().row("-", "-", "1", "\"a\"").more(function).xml()))
        .extracting(Finding::code)
        .contains("foreign-code-refused");
  }

  @Test
  void refusesAnotherExpressionLanguage() {
    var xml =
        aTable()
            .row("-", "-", "1", "\"a\"")
            .xml()
            .replace("id='cell_1_2'", "id='cell_1_2' expressionLanguage='javascript'");

    assertThat(refusal(xml)).extracting(Finding::code).contains("foreign-code-refused");
  }

  @Test
  void readsWhatTheEditorLeavesEmptyAsAnything() {
    var table = compiled(aTable().row("", "", "1", "\"a\"").xml()).table();

    assertThat(table.evaluate(Map.of("tier", "gold", "amount", 3)).hits()).hasSize(1);
  }

  @Test
  void aColumnAddedInTheEditorDeclaresItsInput() {
    var xml =
        aTable()
            .row("-", "-", "1", "\"a\"")
            .xml()
            .replace(
                "<output id='out_fit'",
                "<input id='col_new' label='Country'><inputExpression id='ex_new'"
                    + " typeRef='string'><text>country</text></inputExpression></input>"
                    + "<output id='out_fit'")
            .replace(
                "<outputEntry id='cell_1_2'",
                "<inputEntry id='cell_1_9'><text>\"AT\"</text></inputEntry>"
                    + "<outputEntry id='cell_1_2'");

    var table = compiled(xml).table();

    assertThat(table.inputs()).extracting(TableInput::name).contains("country");
    assertThat(table.evaluate(Map.of("tier", "gold", "amount", 3, "country", "AT")).outputs())
        .containsEntry("action", "a");
    assertThat(table.evaluate(Map.of("tier", "gold", "amount", 3, "country", "DE")).hits())
        .isEmpty();
  }

  @Test
  void warnsOfAValueThatIsNotListed() {
    var findings = compiled(aTable().row("\"bronze\"", "-", "1", "\"a\"").xml()).findings();

    assertThat(findings)
        .extracting(Finding::severity, Finding::code)
        .contains(org.assertj.core.groups.Tuple.tuple(Severity.WARNING, "value-not-listed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(for i in 1..1000000000 return i)",
        "if some x in [1,2] satisfies x > 1 then 1 else 0",
        "2 ** 1000000",
        "count(split(tier, \"(a+)+b\"))",
        "if matches(tier, \"(a+)+$\") then 1 else 2",
        "decimal(1, 100000000)",
        "{f: function(n) f(n), r: f(1)}.r",
        "1e9"
      })
  void doesNotTakeForBoundedWhatItCannotProve(String cell) {
    var compilation = tables.compile(aTable().row("-", "-", cell, "\"a\"").xml());

    assertThat(compilation.findings()).extracting(Finding::code).contains("not-bounded");
    if (compilation instanceof Compiled compiled) {
      assertThat(compiled.table().bounded()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if contains(tier, \"for every\") and (amount > 3) then 1 else 2",
        "max(amount, 2) + string length(upper case(tier))",
        "if tier in (\"gold\", \"silver\") then sum([1, 2]) else 0",
        "-1.5"
      })
  void provesSimpleExpressionsBounded(String cell) {
    assertThat(compiled(aTable().row("-", "-", cell, "\"a\"").xml()).table().bounded()).isTrue();
  }

  @Test
  void doesNotReadAnExpressionThatNestsTooDeeply() {
    var deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);

    assertThat(refusal(aTable().row("-", "-", deep, "\"a\"").xml()))
        .extracting(Finding::code)
        .contains("expression-too-large");
  }

  @Test
  void doesNotReadElementsThatNestTooDeeply() {
    var deep = "<context><contextEntry>".repeat(2_000) + "</contextEntry></context>".repeat(2_000);
    var decision = "<decision id='deep' name='Deep'><variable name='Deep'/>" + deep + "</decision>";

    refusal(aTable().row("-", "-", "1", "\"a\"").more(decision).xml());
  }

  @Test
  void compilesATableOfTenThousandRowsWithAWarning() {
    var text = aTable().hitPolicy("FIRST");
    for (int i = 0; i < 10_000; i++) {
      text.row("-", String.valueOf(i), String.valueOf(i), "\"a\"");
    }

    var compiled = compiled(text.xml());

    assertThat(compiled.findings()).extracting(Finding::code).contains("table-long");
    assertThat(compiled.table().evaluate(Map.of("tier", "gold", "amount", 9_999)).hits())
        .extracting(HitRow::number)
        .containsExactly(10_000);
  }
}
