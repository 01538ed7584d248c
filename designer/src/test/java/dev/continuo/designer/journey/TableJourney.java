package dev.continuo.designer.journey;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A walk over the page of a table. */
abstract class TableJourney extends Journey {
  private static final Pattern CELL =
      Pattern.compile("(?s)<(?:input|output)Entry id=\"([^\"]+)\"[^>]*>\\s*<text>(.*?)</text>");

  Locator cell(String id) {
    return page()
        .locator("continuo-decision-editor td[data-element-id='" + id + "']")
        .locator("visible=true");
  }

  void type(String id, String words) {
    type(id, words, "Enter");
  }

  /** In the last row, Enter adds a row; Tab only leaves the cell. */
  void type(String id, String words, String leave) {
    cell(id).click();
    page().keyboard().press("Control+a");
    page().keyboard().type(words, new Keyboard.TypeOptions().setDelay(15));
    page().keyboard().press(leave);
  }

  void tab(String words) {
    page().locator("vaadin-tab").getByText(words).click();
  }

  void choose(String label, String item) {
    page()
        .locator("vaadin-select")
        .filter(new Locator.FilterOptions().setHasText(label))
        .locator("vaadin-select-value-button")
        .click();
    page()
        .locator("vaadin-select-item, vaadin-item")
        .getByText(item, new Locator.GetByTextOptions().setExact(true))
        .locator("visible=true")
        .first()
        .click();
  }

  /** Every cell of a table's draft as it is stored, by its id. */
  Map<String, String> cells(String table) {
    String xml = continuo().get("/api/v1/tables/" + table + "/draft").body().path("xml").asString();
    Matcher matcher = CELL.matcher(xml);
    var cells = new TreeMap<String, String>();
    while (matcher.find()) {
      cells.put(matcher.group(1), matcher.group(2));
    }
    return cells;
  }
}
