package dev.continuo.designer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Decision tables over tier, amount and knownContact, the same for the same seed. They are complete
 * and without overlaps, because each is cut out of all values: a field is cut in two, one of the
 * two again, and so on, and what is left are the rows.
 */
final class RuleTables {
  private static final List<String> TIERS = List.of("bronze", "silver", "gold", "platinum");

  private RuleTables() {}

  private record Field(List<String> tiers, int from, int to, List<Boolean> known) {}

  static String table(long seed, int rows, String hitPolicy) {
    var random = new Random(seed);
    var fields = new ArrayList<Field>();
    fields.add(new Field(TIERS, 0, 100_000, List.of(true, false)));
    while (fields.size() < rows) {
      var field = fields.remove(random.nextInt(fields.size()));
      fields.addAll(cut(field, random));
    }
    var text = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      text.append(row(i, fields.get(i), random));
    }
    return MODEL.formatted(seed, hitPolicy, text);
  }

  static List<Map<String, Object>> questions(long seed, int count) {
    var random = new Random(seed);
    var questions = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < count; i++) {
      questions.add(
          Map.of(
              "tier", TIERS.get(random.nextInt(TIERS.size())),
              "amount", new java.math.BigDecimal(random.nextInt(100_000)),
              "knownContact", random.nextBoolean()));
    }
    return questions;
  }

  private static List<Field> cut(Field field, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> {
        if (field.tiers().size() > 1) {
          int at = 1 + random.nextInt(field.tiers().size() - 1);
          var size = field.tiers().size();
          return List.of(
              new Field(field.tiers().subList(0, at), field.from(), field.to(), field.known()),
              new Field(field.tiers().subList(at, size), field.from(), field.to(), field.known()));
        }
      }
      case 1 -> {
        if (field.known().size() > 1) {
          return List.of(
              new Field(field.tiers(), field.from(), field.to(), List.of(true)),
              new Field(field.tiers(), field.from(), field.to(), List.of(false)));
        }
      }
      default -> {
        // cut by amount
      }
    }
    if (field.to() - field.from() < 2) {
      return List.of(field);
    }
    int at = field.from() + 1 + random.nextInt(field.to() - field.from() - 1);
    return List.of(
        new Field(field.tiers(), field.from(), at, field.known()),
        new Field(field.tiers(), at, field.to(), field.known()));
  }

  private static String row(int number, Field field, Random random) {
    var tiers =
        field.tiers().size() == TIERS.size()
            ? "-"
            : String.join(", ", field.tiers().stream().map(t -> '"' + t + '"').toList());
    boolean low = field.from() == 0;
    boolean high = field.to() == 100_000;
    var amount =
        low && high
            ? "-"
            : low
                ? "&lt; " + field.to()
                : high ? "&gt;= " + field.from() : "[" + field.from() + ".." + field.to() + ")";
    var known = field.known().size() == 2 ? "-" : String.valueOf(field.known().getFirst());
    return String.format(
        Locale.ROOT,
        """
        <rule id="row_%1$d"><inputEntry id="t_%1$d"><text>%2$s</text></inputEntry>
          <inputEntry id="a_%1$d"><text>%3$s</text></inputEntry><inputEntry id="k_%1$d"><text>%4$s</text></inputEntry>
          <outputEntry id="d_%1$d"><text>%5$d</text></outputEntry><outputEntry id="o_%1$d"><text>"%6$s"</text></outputEntry></rule>
        """,
        number,
        tiers,
        amount,
        known,
        number,
        random.nextBoolean() ? "ask" : "allow");
  }

  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="model" name="Discount %d" namespace="urn:bench">
        <inputData id="in_tier" name="tier"><variable name="tier" typeRef="string"/></inputData>
        <inputData id="in_amount" name="amount"><variable name="amount" typeRef="number"/></inputData>
        <inputData id="in_known" name="knownContact"><variable name="knownContact" typeRef="boolean"/></inputData>
        <decision id="discount" name="Discount"><variable name="Discount"/>
          <informationRequirement><requiredInput href="#in_tier"/></informationRequirement>
          <informationRequirement><requiredInput href="#in_amount"/></informationRequirement>
          <informationRequirement><requiredInput href="#in_known"/></informationRequirement>
          <decisionTable id="table" hitPolicy="%s">
            <input id="c_tier"><inputExpression typeRef="string"><text>tier</text></inputExpression>
              <inputValues><text>"bronze","silver","gold","platinum"</text></inputValues></input>
            <input id="c_amount"><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
            <input id="c_known"><inputExpression typeRef="boolean"><text>knownContact</text></inputExpression></input>
            <output id="c_discount" name="discount" typeRef="number"/>
            <output id="c_outcome" name="outcome" typeRef="string"/>
            %s
          </decisionTable></decision>
      </definitions>
      """;
}
