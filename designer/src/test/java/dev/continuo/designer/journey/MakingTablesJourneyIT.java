package dev.continuo.designer.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tables come into being: by hand as in a spreadsheet, and out of files; also very long ones. */
@Order(8)
@TestMethodOrder(OrderAnnotation.class)
class MakingTablesJourneyIT extends TableJourney {
  /** Which comes first depends on the machine. */
  private static final Pattern EITHER_BOUND =
      Pattern.compile("Stopped after 2 s|Stopped: more than 256 MiB");

  private static final String DISCOUNT = "discount-for-a-client";

  @BeforeAll
  void comeToTheRules() {
    comeIn();
    continuo().openApi();
    page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    goTo("/rules");
    complaints();
  }

  @Test
  @Order(1)
  void aNewTableBeginsWithRowsThatAnswer() {
    press("New table");
    fill("What does it decide?", "Discount for a client");
    pictures("rule-new");
    answer("Create");
    assertThat(page().locator("h1")).hasText("Discount for a client");
    cell(DISCOUNT + "-row-1-in-1").waitFor();
    assertThat(text("Nothing. Every value has a row")).isVisible();
    tab("Try it");
    page().locator(".trial-form").getByLabel("Amount").fill("2000");
    press("Ask the table");
    assertThat(page().locator(".trial-answer")).containsText("ask");
    assertThat(page().locator(".trial-answer")).containsText("Row 1");
    pictures("rule-new-tried");

    goTo("/rules");
    press("New table");
    fill("What does it decide?", "Discount for a client");
    answer("Create");
    assertThat(dialog()).containsText("Another table has this short name.");
    answer("Cancel");
  }

  @Test
  @Order(2)
  void arrowsGoFromCellToCellAndCellsArePasted() {
    goTo("/rules/" + DISCOUNT);
    cell(DISCOUNT + "-row-1-in-1").click();
    page().keyboard().press("ArrowDown");
    page().keyboard().press("Control+a");
    page().keyboard().type("< 1000");
    page().keyboard().press("ArrowUp");
    page().keyboard().press("ArrowRight");
    page().keyboard().press("Control+a");
    page().keyboard().type("\"ask me\"");
    page().keyboard().press("Tab");
    await()
        .untilAsserted(
            () ->
                assertThat(cells(DISCOUNT))
                    .containsEntry(DISCOUNT + "-row-2-in-1", "&lt; 1000")
                    .containsEntry(DISCOUNT + "-row-1-out-1", "\"ask me\""));

    page()
        .evaluate(
            "text => navigator.clipboard.writeText(text)",
            "< 100\tno discount\n[100..5000]\tfive percent\n> 5000\tten percent\n");
    cell(DISCOUNT + "-row-1-in-1").click();
    page().keyboard().press("Control+v");
    await()
        .untilAsserted(
            () ->
                assertThat(cells(DISCOUNT))
                    .hasSize(6)
                    .containsEntry(DISCOUNT + "-row-1-in-1", "&lt; 100")
                    .containsEntry(DISCOUNT + "-row-2-out-1", "\"five percent\"")
                    .containsValue("\"ten percent\""));
    pictures("rule-pasted");
  }

  @Test
  @Order(3)
  void theHelpExplainsWhichRowsCountAndWhatACellMaySay() {
    assertThat(page().locator("continuo-decision-editor .hit-policy").first())
        .hasAttribute(
            "title", "The first row that fits, from the top. Put exceptions above what is usual.");
    press("Help");
    assertThat(dialog()).containsText("Exactly one row fits. Two that fit are a mistake");
    assertThat(dialog()).containsText("from 400 to 500, both included");
    pictures("rule-help");
    answer("Close");
  }

  @Test
  @Order(4)
  void aFileBecomesATableAndCellsOfferWhatFlowsHandedOver() {
    goTo("/rules");
    press("New table");
    fill("What does it decide?", "Freight");
    choose(
        "freight.csv",
        "when,when,then\nTier,Weight,Price\ngold,up to 10,0\nany,up to 10,5\nany,> 10,9\n"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(dialog()).containsText("becomes the draft");
    pictures("rule-new-file");
    answer("Create");
    assertThat(page().locator("h1")).hasText("Freight");
    press("Release");
    answer("Release");
    assertThat(text("answers from the next run on")).isVisible();
    var asked =
        continuo().post("/api/v1/tables/freight/evaluate", Map.of("tier", "platinum", "weight", 4));
    assertThat(asked.body().path("outputs").path("price").asInt()).isEqualTo(5);

    press("Values");
    dialog().getByLabel("Tier").click();
    page().locator("vaadin-multi-select-combo-box-item").getByText("platinum").click();
    page().keyboard().press("Escape");
    pictures("rule-values");
    answer("Use these values");
    assertThat(text("Cells of these columns offer their values now")).isVisible();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        continuo()
                            .get("/api/v1/tables/freight/draft")
                            .body()
                            .path("xml")
                            .asString())
                    .contains("\"platinum\""));
    assertThat(text("\"gold\"")).isVisible();
    pictures("rule-values-told");
  }

  @Test
  @Order(5)
  void theClassicLayoutMapsWithAListOfWhatDoesNot() {
    goTo("/rules");
    press("New table");
    choose(
        "prices.xlsx",
        xlsx(
            """
        RuleSet,com.example.prices
        Import,com.example.Order
        RuleTable Prices
        CONDITION,CONDITION,ACTION
        order : Order,order : Order,
        amount >= $param,eval(isHoliday()),order.setPrice($param);
        Amount,Holiday,Price
        100,x,9
        0,,5
        """));
    assertThat(dialog()).containsText("The column was left out: eval(isHoliday())");
    pictures("rule-classic");
    answer("Create");
    assertThat(page().locator("h1")).hasText("Prices");
    await()
        .untilAsserted(
            () -> assertThat(cells("prices").values()).contains("&gt;= 100", "9", "&gt;= 0", "5"));

    // a plain sheet takes its place as the draft, with a list of what does not map
    tab("Versions");
    page()
        .locator("vaadin-upload")
        .filter(new Locator.FilterOptions().setHasText("Take a spreadsheet"))
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "new-prices.xlsx",
                "application/octet-stream",
                xlsx("when,then\nAmount,Price\n> 500,7\n100-500,8\nup to 100,9\n")));
    assertThat(text("The spreadsheet is your draft now.")).isVisible();
    assertThat(page().locator(".problem-line").getByText("The first row that fits answers."))
        .isVisible();
    await()
        .untilAsserted(
            () -> assertThat(cells("prices").values()).contains("&gt; 500", "[100..500]", "8"));
    pictures("rule-sheet-taken");
  }

  /** A workbook with one sheet of text. */
  private static byte[] xlsx(String lines) {
    try (var book = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("Table");
      for (String line : lines.lines().toList()) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (String cell : line.split(",", -1)) {
          row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell.strip());
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  @Order(6)
  void whatNeverEndsIsStoppedWhileThePageGoesOn() {
    var endless = endless();
    assertThat(
            continuo()
                .post(
                    "/api/v1/tables/endless",
                    "application/xml",
                    endless.getBytes(StandardCharsets.UTF_8))
                .code())
        .isEqualTo(200);
    goTo("/rules/endless");
    tab("Try it");
    page().locator(".trial-form").getByLabel("Amount").fill("1");
    press("Ask the table");
    tab("Versions");
    assertThat(text("Not released yet")).isVisible();
    tab("Try it");
    assertThat(page().locator(".trial-answer")).containsText(EITHER_BOUND);
    assertThat(page().locator(".trial-answer")).containsText("row 1");
    pictures("rule-stopped");
  }

  @Test
  @Order(7)
  void aCheckThatTakesLongHoldsUpNobodyWhoTypes() {
    continuo()
        .post(
            "/api/v1/tables/endless/tests",
            Map.of(
                "name",
                "It never ends",
                "given",
                Map.of("given", 10),
                "expect",
                Map.of("answer", "x")));
    goTo("/rules/endless");
    assertThat(text("The table is not proven to finish.")).isVisible();
    assertThat(text("Checking ...")).isHidden();
    type("i1", "> 5", "Tab");
    assertThat(text("Checking ...")).isVisible();
    type("i1", "> 7", "Tab");
    await().untilAsserted(() -> assertThat(cells("endless")).containsEntry("i1", "&gt; 7"));
    assertThat(text("Checking ...")).isVisible(); // saved while the check goes on
    pictures("rule-checking");
    assertThat(text("Checking ...")).isHidden();
    type("o1", "\"quick\"", "Tab");
    assertThat(text("The table is not proven to finish.")).isHidden();
    assertThat(page().locator("vaadin-tab").getByText("Tests (1 red)")).isVisible();
  }

  @Test
  @Order(8)
  void aTableOfTenThousandRowsIsUsableWithAWarning() {
    var taken =
        continuo()
            .post(
                "/api/v1/tables/postcodes",
                "application/xml",
                manyRows(10_000).getBytes(StandardCharsets.UTF_8));
    assertThat(taken.code()).isEqualTo(200);
    goTo("/rules/postcodes");
    assertThat(text("10,000 rows")).isVisible();
    assertThat(page().locator(".problem-line").first()).containsText("The table has 10,000 rows.");
    pictures("rule-long");
    fill("Search rows", "zone 77 ");
    page().locator(".long-table vaadin-grid-cell-content").getByText("zone 77 ").first().dblclick();
    dialog().getByLabel("Zone").fill("\"far away\"");
    picture("rule-long-row");
    answer("Keep");
    await()
        .untilAsserted(() -> assertThat(cells("postcodes")).containsEntry("o77", "\"far away\""));
    tab("Try it");
    page().locator(".trial-form").getByLabel("Postcode").fill("76");
    press("Ask the table");
    assertThat(page().locator(".trial-answer")).containsText("Row 77");
    pictures("rule-long-tried");
    assertThat(complaints()).isEmpty();
  }

  private void choose(String name, byte[] content) {
    Locator input = dialog().locator("input[type=file]");
    input.setInputFiles(new FilePayload(name, "application/octet-stream", content));
  }

  private static String endless() {
    return model(
        "endless",
        "Endless",
        "Amount",
        "Answer",
        row("1", "-", "string(count(for i in 1..1000000000 return i))", ""));
  }

  private static String manyRows(int rows) {
    var text = new StringBuilder();
    for (int i = 1; i <= rows; i++) {
      text.append(row("" + i, "" + (i - 1), "\"zone " + i + " \"", ""));
    }
    return model("postcodes", "Postcodes", "Postcode", "Zone", text.toString());
  }

  private static String row(String n, String condition, String answer, String words) {
    return """
        <rule id="r%1$s"><description>%4$s</description><inputEntry id="i%1$s"><text>%2$s</text></inputEntry>
        <outputEntry id="o%1$s"><text>%3$s</text></outputEntry></rule>
        """
        .formatted(n, condition, answer, words);
  }

  private static String model(
      String id, String title, String condition, String answer, String rows) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s-model" name="%2$s" namespace="https://continuo.dev/tables">
          <inputData id="in-a" name="given"><variable id="v-a" name="given" typeRef="number"/></inputData>
          <decision id="%1$s" name="%2$s"><variable id="v-d" name="%2$s"/>
            <informationRequirement id="n-a"><requiredInput href="#in-a"/></informationRequirement>
            <decisionTable id="%1$s-table" hitPolicy="FIRST">
              <input id="c-1" label="%3$s"><inputExpression id="e-1" typeRef="number"><text>given</text></inputExpression></input>
              <output id="c-2" label="%4$s" name="answer" typeRef="string"/>
        %5$s    </decisionTable></decision>
        </definitions>
        """
        .formatted(id, title, condition, answer, rows);
  }
}
