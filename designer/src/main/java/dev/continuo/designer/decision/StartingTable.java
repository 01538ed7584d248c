package dev.continuo.designer.decision;

import dev.continuo.rules.document.DecisionContent;
import dev.continuo.rules.document.ModelDocument;
import java.text.Normalizer;
import java.util.Locale;

/** What a new table begins with: two rows that say how one reads, or the text of a file. */
final class StartingTable {
  static final String ID = "[a-z][a-z0-9-]{1,60}";
  private static final int LONGEST_ID = 60;
  private static final String DMN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s-model" name="%2$s" namespace="https://continuo.dev/tables" exporter="Continuo">
        <inputData id="in-amount" name="amount"><variable id="in-amount-variable" name="amount" typeRef="number" /></inputData>
        <decision id="%1$s" name="%2$s">
          <variable id="%1$s-variable" name="%2$s" />
          <informationRequirement id="%1$s-needs-amount"><requiredInput href="#in-amount" /></informationRequirement>
          <decisionTable id="%1$s-table" hitPolicy="FIRST">
            <input id="%1$s-in-1" label="Amount">
              <inputExpression id="%1$s-in-1-expression" typeRef="number"><text>amount</text></inputExpression>
            </input>
            <output id="%1$s-out-1" label="Answer" name="answer" typeRef="string" />
            <rule id="%1$s-row-1"><description>An example: what is special stands above</description>
              <inputEntry id="%1$s-row-1-in-1"><text>&gt;= 1000</text></inputEntry>
              <outputEntry id="%1$s-row-1-out-1"><text>"ask"</text></outputEntry>
            </rule>
            <rule id="%1$s-row-2"><description>Everything else</description>
              <inputEntry id="%1$s-row-2-in-1"><text>-</text></inputEntry>
              <outputEntry id="%1$s-row-2-out-1"><text>"go on"</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private StartingTable() {}

  static String xml(String id, String title) {
    return DMN.formatted(id, name(title));
  }

  /**
   * A file's text under the name that was given: a sheet is often called "Sheet1". A model of
   * several decisions, or one that cannot be read, keeps its names.
   */
  static String named(String xml, String title) {
    try {
      var model = ModelDocument.open(xml);
      var decisions = model.content().decisions();
      return title.isBlank() || decisions.size() != 1
          ? xml
          : model.renamed(decisions.getFirst().id(), name(title)).xml();
    } catch (RuntimeException unreadable) {
      return xml; // it becomes a draft as it is, and the page says what is wrong
    }
  }

  /** What a file calls itself. */
  static String title(String xml, String otherwise) {
    try {
      return ModelDocument.open(xml).content().decisions().stream()
          .map(DecisionContent::name)
          .reduce((first, last) -> last)
          .orElse(otherwise);
    } catch (RuntimeException unreadable) {
      return otherwise;
    }
  }

  /** An id that goes with a title: "Mahnung für Kunden" is "mahnung-fur-kunden". */
  static String idOf(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return plain.length() <= LONGEST_ID ? plain : plain.substring(0, LONGEST_ID);
  }

  /**
   * What a decision may be called: expressions use its name, so FEEL's own signs stay out of it.
   */
  static String name(String title) {
    String plain =
        title.replaceAll("[^\\p{L}\\p{N}_./'+*? -]+", " ").replaceAll("\\s+", " ").strip();
    return plain.isEmpty() || Character.isDigit(plain.charAt(0))
        ? ("Table " + plain).strip()
        : plain;
  }
}
