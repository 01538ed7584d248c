package dev.continuo.rules.trial;

import static dev.continuo.rules.table.ModelText.aTable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Tables;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTestsTest {
  private final CompiledTable table =
      ((Compiled)
              Tables.open()
                  .compile(
                      aTable()
                          .row("\"gold\"", "< 400", "1.0", "\"a\"")
                          .row("\"gold\"", ">= 400", "2", "\"b\"")
                          .row("\"silver\"", "> 0", "3", "\"c\"")
                          .xml()))
          .table();

  @Test
  void saysWhatIsGreenWhatIsRedAndWhichRowsNobodyTests() {
    var report =
        TableTests.run(
            table,
            List.of(
                TableTest.of("small", Map.of("tier", "gold", "amount", 5), Map.of("fit", 1)),
                TableTest.of(
                    "large",
                    Map.of("tier", "gold", "amount", 500),
                    Map.of("fit", 7, "action", "b")),
                TableTest.of("nobody", Map.of("tier", "silver", "amount", 0), Map.of())));

    assertThat(report.outcomes()).extracting(TestOutcome::green).containsExactly(true, false, true);
    assertThat(report.green()).isFalse();
    assertThat(report.red()).extracting(TestOutcome::words).containsExactly("fit is 2, expected 7");
    assertThat(report.coverage())
        .extracting(RowCoverage::words)
        .containsExactly("2 of 3 rows are tested; row 3 is not.");
  }

  @Test
  void anAnswerWhereNoneIsExpectedIsRed() {
    var report =
        TableTests.run(
            table, List.of(TableTest.of("none", Map.of("tier", "gold", "amount", 5), Map.of())));

    assertThat(report.red().getFirst().words())
        .isEqualTo("fit is 1.0, expected nothing; action is \"a\", expected nothing");
  }

  @Test
  void aTestThatCannotBeAskedIsRedAndSaysWhy() {
    var report = TableTests.run(table, List.of(TableTest.of("wrong", Map.of("tier", 1), Map.of())));

    assertThat(report.red().getFirst().words())
        .contains("not of type string")
        .contains("not handed over");
  }

  @Test
  void testsComeFromAFileAndGoIntoOne() {
    var csv =
        "name;Tier;amount;expect fit;expect ACTION\n"
            + "small;gold;5;1;a\n"
            + "\"quoted \"\"x\"\"\";\"\"\"silver\"\"\";0.5;;c\n"
            + ";gold;;;\n";

    var read = TableTests.fromCsv(table, csv);

    var nothing = new HashMap<String, Object>();
    nothing.put("tier", "gold");
    nothing.put("amount", null);
    assertThat(read.findings()).isEmpty();
    assertThat(read.tests())
        .containsExactly(
            TableTest.of(
                "small",
                Map.of("tier", "gold", "amount", new BigDecimal("5")),
                Map.of("fit", new BigDecimal("1"), "action", "a")),
            TableTest.of(
                "quoted \"x\"",
                Map.of("tier", "silver", "amount", new BigDecimal("0.5")),
                Map.of("action", "c")),
            TableTest.of("Line 4", nothing, Map.of()));
    assertThat(TableTests.fromCsv(table, TableTests.toCsv(table, read.tests())).tests())
        .isEqualTo(read.tests());
  }

  @Test
  void namesColumnsAndValuesThatItDoesNotUnderstand() {
    var read = TableTests.fromCsv(table, "name,color,amount\nx,red,many\n");

    assertThat(read.findings())
        .extracting(Finding::code)
        .isEqualTo(Arrays.asList("test-column-unknown", "test-value-type"));
  }
}
