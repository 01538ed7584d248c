package dev.continuo.rules.table.drools;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Finding.Severity;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.model.DmnModel;
import dev.continuo.rules.table.model.DmnModel.Decision;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;

/** Says what Drools' compiler says in words that name table, row and column. */
final class CompileMessages {
  private static final Pattern FEEL =
      Pattern.compile(
          "(?s)Error compiling FEEL expression '(.*)' (?:on|for|in) .*?"
              + "(?:(rule|input clause|output clause) #(\\d+))?: ([^:]*)");
  private static final Pattern UNKNOWN = Pattern.compile("Unknown variable '(.*)'");

  private final DmnModel model;

  CompileMessages(DmnModel model) {
    this.model = model;
  }

  Finding finding(DMNMessage message) {
    var severity = severity(message);
    var feel = FEEL.matcher(message.getText() == null ? "" : plain(message));
    if (message.getMessageType() == DMNMessageType.ERR_COMPILING_FEEL && feel.matches()) {
      var place = place(message.getSourceId(), feel.group(1), feel.group(2), feel.group(3));
      return expression(severity, place, feel.group(1), feel.group(4));
    }
    if (message.getMessageType() == DMNMessageType.MISSING_EXPRESSION) {
      var place = model.placeOf(message.getSourceId());
      return new Finding(
          severity,
          "model-missing-expression",
          place,
          "Nothing is said yet about \"%s\".".formatted(place.table()),
          "What needs it gets no value.",
          "Make it a table or an expression in the overview, or delete it there.");
    }
    return new Finding(
        severity,
        "model-"
            + message.getMessageType().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        model.placeOf(message.getSourceId()),
        plain(message),
        "The decision engine cannot run the model like this.",
        fix(message.getMessageType()));
  }

  private Finding expression(Severity severity, Place place, String text, String detail) {
    var unknown = UNKNOWN.matcher(detail.strip());
    if (unknown.matches() && knownNames().contains(unknown.group(1))) {
      return new Finding(
          severity,
          "not-connected",
          place,
          "\"%s\" is not connected to \"%s\".".formatted(unknown.group(1), place.table()),
          "A decision knows only what a line in the overview leads to it.",
          "Draw the line in the overview, from \"%s\" to \"%s\"."
              .formatted(unknown.group(1), place.table()));
    }
    if (unknown.matches()) {
      return new Finding(
          severity,
          "name-unknown",
          place,
          "Nothing named \"%s\" is known here.".formatted(unknown.group(1)),
          "Known are: " + String.join(", ", knownNames()) + ".",
          "If the text itself is meant, put it in double quotes: \"%s\"."
              .formatted(unknown.group(1)));
    }
    return new Finding(
        severity,
        "cell-unreadable",
        place,
        "\"%s\" cannot be read.".formatted(text),
        "There is a %s.".formatted(detail.strip()),
        isWords(text)
            ? "If the text itself is meant, put it in double quotes: \"%s\"."
                .formatted(text.replace("\"", ""))
            : "Examples: \"text\", 100, > 100, [10..20], true, not(\"text\").");
  }

  /** A message of the engine names the rule or the column; the cell is found by its text. */
  private Place place(
      String sourceId, String text, @Nullable String kind, @Nullable String number) {
    var place = model.placeOf(sourceId);
    var decision = decision(place);
    if (decision == null || decision.table() == null || kind == null || number == null) {
      return place;
    }
    int index = Integer.parseInt(number) - 1;
    var table = decision.table();
    if (kind.equals("rule") && index < table.rows().size()) {
      var row = table.rows().get(index);
      for (int i = 0; i < row.inputs().size() && i < table.inputs().size(); i++) {
        if (row.inputs().get(i).text().equals(text.strip())) {
          return new Place(
              decision.name(),
              row.number(),
              table.inputs().get(i).label(),
              row.inputs().get(i).id());
        }
      }
      for (int i = 0; i < row.outputs().size() && i < table.outputs().size(); i++) {
        if (row.outputs().get(i).text().equals(text.strip())) {
          return new Place(
              decision.name(),
              row.number(),
              table.outputs().get(i).label(),
              row.outputs().get(i).id());
        }
      }
      return new Place(decision.name(), row.number(), null, row.id());
    }
    var columns = kind.startsWith("input") ? table.inputs() : table.outputs();
    if (index < columns.size()) {
      var column = columns.get(index);
      return new Place(decision.name(), null, column.label(), column.id());
    }
    return place;
  }

  private @Nullable Decision decision(Place place) {
    return model.decisions().stream()
        .filter(d -> d.name().equals(place.table()))
        .findFirst()
        .orElse(null);
  }

  private List<String> knownNames() {
    return Stream.concat(
            model.inputs().stream().map(DmnModel.InputData::name),
            model.decisions().stream().map(Decision::variable))
        .sorted()
        .toList();
  }

  private static boolean isWords(String text) {
    return text.codePoints()
        .allMatch(c -> Character.isLetterOrDigit(c) || " -_'\"".indexOf(c) >= 0);
  }

  private static String plain(DMNMessage message) {
    var text = message.getText();
    // The engine wraps its sentence as "DMN: … (DMN id: …, …)"; ids are no words for people.
    return text.replaceFirst("^DMN: ", "").replaceFirst(" \\(DMN id: .*\\)\\s*$", "").strip();
  }

  private static Severity severity(DMNMessage message) {
    return switch (message.getLevel()) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case INFO -> Severity.NOTE;
    };
  }

  private static String fix(DMNMessageType type) {
    return switch (type) {
      case REQ_NOT_FOUND -> "Correct the lines between the decisions in the diagram.";
      case MISSING_EXPRESSION -> "Fill in what is missing, or delete it.";
      case MISSING_OUTPUT_VALUES -> "List the column's values, the most important one first.";
      case TYPE_DEF_NOT_FOUND, MISSING_TYPE_REF, TYPE_REF_NOT_FOUND, INVALID_ATTRIBUTE_VALUE ->
          "Choose a type such as string, number, boolean or date.";
      default -> "Take back the last change there.";
    };
  }
}
