package dev.continuo.rules.table;

import java.util.ArrayList;
import java.util.List;

/** Builds DMN text for tests: a table "Discount" over customer tier and amount. */
public final class ModelText {
  private String hitPolicy = "UNIQUE";
  private String outputs = output("fit", "number") + output("action", "string");
  private String more = "";
  private final List<String> rows = new ArrayList<>();

  public static ModelText aTable() {
    return new ModelText();
  }

  public static String output(String name, String type) {
    return "<output id='out_%s' name='%s' label='%s' typeRef='%s'/>"
        .formatted(name, name, name.toUpperCase(java.util.Locale.ROOT), type);
  }

  public ModelText hitPolicy(String policy) {
    hitPolicy = policy;
    return this;
  }

  public ModelText outputs(String xml) {
    outputs = xml;
    return this;
  }

  public ModelText more(String xml) {
    more = xml;
    return this;
  }

  /** A row: two conditions, then the answers. */
  public ModelText row(String... cells) {
    int number = rows.size() + 1;
    var row = new StringBuilder("<rule id='row_" + number + "'>");
    row.append("<description>Words of row ").append(number).append("</description>");
    for (int i = 0; i < cells.length; i++) {
      var tag = i < 2 ? "inputEntry" : "outputEntry";
      var text = cells[i].replace("&", "&amp;").replace("<", "&lt;");
      row.append("<%s id='cell_%d_%d'><text>%s</text></%s>".formatted(tag, number, i, text, tag));
    }
    rows.add(row.append("</rule>").toString());
    return this;
  }

  public String xml() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="model" name="Discounts" namespace="urn:test">
      <inputData id="in_tier" name="tier"><variable id="var_tier" name="tier" typeRef="string"/></inputData>
      <inputData id="in_amount" name="amount"><variable id="var_amount" name="amount" typeRef="number"/></inputData>
      <decision id="discount" name="Discount">
        <variable id="var_discount" name="Discount"/>
        <informationRequirement id="req_1"><requiredInput href="#in_tier"/></informationRequirement>
        <informationRequirement id="req_2"><requiredInput href="#in_amount"/></informationRequirement>
        <decisionTable id="table" hitPolicy=%s>
          <input id="col_tier" label="Tier"><inputExpression id="ex_tier" typeRef="string"><text>tier</text></inputExpression>
            <inputValues id="val_tier"><text>"gold","silver"</text></inputValues></input>
          <input id="col_amount" label="Amount"><inputExpression id="ex_amount" typeRef="number"><text>amount</text></inputExpression></input>
          %s
          %s
        </decisionTable>
      </decision>
      %s
    </definitions>
    """
        .formatted(
            hitPolicy.contains("\"") ? hitPolicy : '"' + hitPolicy + '"',
            outputs,
            String.join("\n", rows),
            more);
  }
}
