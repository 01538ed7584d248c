package dev.continuo.rules.sheet;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sheet with titles above and a line for each rule. Which columns are answers is said by a line
 * above the titles (such as {@code when | then}) or by a title (such as {@code then: price}); where
 * nothing says it, the last column is the answer.
 */
final class PlainTable {
  private static final Pattern CONDITION =
      Pattern.compile("(?i)(when|if|in|input|condition|c)\\s*:?\\s*\\d*");
  private static final Pattern ANSWER =
      Pattern.compile("(?i)(then|out|output|answer|action|result|a)\\s*:?\\s*\\d*");
  private static final Pattern TITLED_CONDITION =
      Pattern.compile("(?i)(?:when|if|in|input|condition)\\s*:\\s*(.+)");
  private static final Pattern TITLED_ANSWER =
      Pattern.compile("(?i)(?:(?:then|out|output|answer|action|result)\\s*:|->|=>|→)\\s*(.+)");
  private static final Pattern WORDS =
      Pattern.compile("(?i)description|comment|comments|note|notes|annotation|remark|remarks");
  private static final Pattern NUMBERING = Pattern.compile("(?i)#|no\\.?|nr\\.?|rule|row|id");

  private final Grid grid;
  private final List<Finding> findings;

  private enum Use {
    CONDITION,
    ANSWER,
    DESCRIPTION,
    NOTHING
  }

  private record Column(int place, Use use, String title, String type) {}

  PlainTable(Grid grid, List<Finding> findings) {
    this.grid = grid;
    this.findings = findings;
  }

  List<NewTable> tables() {
    int first = 0;
    while (first < grid.rows().size() && grid.blank(first)) {
      first++;
    }
    boolean marked = isMarkLine(first);
    int titles = marked ? first + 1 : first;
    var lines = new ArrayList<Integer>();
    for (int line = titles + 1; line < grid.rows().size() && !grid.blank(line); line++) {
      lines.add(line);
    }
    var columns = columns(titles, marked ? first : -1, lines);
    if (lines.isEmpty() || columns.stream().noneMatch(c -> c.use() == Use.CONDITION)) {
      findings.add(
          Finding.note(
              "sheet-left-out",
              Place.table(grid.name()),
              "The sheet holds no table.",
              "It has fewer than two columns with titles, or no lines below them.",
              "Nothing, if none was meant."));
      return List.of();
    }
    findings.add(
        Finding.note(
            "hit-policy-assumed",
            Place.table(grid.name()),
            "The first row that fits answers.",
            "The sheet does not say what happens when several fit.",
            "Choose another hit policy in the table's top left corner."));
    return List.of(table(columns, lines));
  }

  private NewTable table(List<Column> columns, List<Integer> lines) {
    var table = new NewTable(grid.name(), "FIRST");
    for (var use : List.of(Use.CONDITION, Use.ANSWER)) {
      columns.stream()
          .filter(column -> column.use() == use)
          .forEach(c -> table.column(use == Use.CONDITION, c.title(), "", c.type()));
    }
    for (int line : lines) {
      var description =
          columns.stream()
              .filter(column -> column.use() == Use.DESCRIPTION)
              .map(column -> grid.at(line, column.place()))
              .findFirst()
              .orElse("");
      table.row(description, cells(columns, Use.CONDITION, line), cells(columns, Use.ANSWER, line));
    }
    return table;
  }

  private boolean isMarkLine(int line) {
    int marks = 0;
    for (int column = 0; column < grid.width(line); column++) {
      var text = grid.at(line, column);
      if (CONDITION.matcher(text).matches() || ANSWER.matcher(text).matches()) {
        marks++;
      } else if (!text.isEmpty() && !NUMBERING.matcher(text).matches()) {
        return false;
      }
    }
    return marks > 1;
  }

  private List<Column> columns(int titles, int marks, List<Integer> lines) {
    var columns = new ArrayList<Column>();
    var mark = Use.CONDITION;
    boolean said = false;
    for (int place = 0; place < grid.width(titles); place++) {
      var title = grid.at(titles, place);
      if (marks >= 0) {
        // A mark holds until the next one: merged or empty cells continue it.
        mark =
            ANSWER.matcher(grid.at(marks, place)).matches()
                ? Use.ANSWER
                : markAt(marks, place, mark);
      }
      if (title.isEmpty()) {
        continue;
      }
      var use = marks >= 0 ? mark : Use.CONDITION;
      var titledAnswer = TITLED_ANSWER.matcher(title);
      var titledCondition = TITLED_CONDITION.matcher(title);
      if (WORDS.matcher(title).matches()) {
        use = Use.DESCRIPTION;
      } else if (NUMBERING.matcher(title).matches()) {
        use = Use.NOTHING;
      } else if (titledAnswer.matches()) {
        use = Use.ANSWER;
        title = titledAnswer.group(1);
      } else if (titledCondition.matches()) {
        title = titledCondition.group(1);
      }
      said |= use == Use.ANSWER;
      columns.add(new Column(place, use, title, type(place, use, lines)));
    }
    return said ? columns : lastAnswers(columns, lines);
  }

  private Use markAt(int marks, int place, Use before) {
    return CONDITION.matcher(grid.at(marks, place)).matches() ? Use.CONDITION : before;
  }

  private List<Column> lastAnswers(List<Column> columns, List<Integer> lines) {
    for (int i = columns.size() - 1; i > 0; i--) {
      var column = columns.get(i);
      if (column.use() == Use.CONDITION) {
        findings.add(
            Finding.warning(
                "answer-column-assumed",
                new Place(grid.name(), null, column.title(), null),
                "The last column was taken for the answer.",
                "No line above the titles says which columns are conditions and which answers.",
                "Write \"when\" above the conditions and \"then\" above the answers."));
        var type = type(column.place(), Use.ANSWER, lines);
        columns.set(i, new Column(column.place(), Use.ANSWER, column.title(), type));
        break;
      }
    }
    return columns;
  }

  private String type(int place, Use use, List<Integer> lines) {
    return CellWords.typeOf(
        lines.stream().map(line -> grid.at(line, place)).toList(), use == Use.CONDITION);
  }

  private List<String> cells(List<Column> columns, Use use, int line) {
    return columns.stream()
        .filter(column -> column.use() == use)
        .map(column -> cell(column, line))
        .toList();
  }

  private String cell(Column column, int line) {
    var text = grid.at(line, column.place());
    if (column.use() == Use.ANSWER) {
      return text.isEmpty() || text.equals("-")
          ? "null"
          : CellWords.literal(text, column.type()).orElseGet(() -> unclear(column, line, text));
    }
    Optional<String> condition = CellWords.condition(text, column.type());
    return condition.orElseGet(() -> unclear(column, line, text));
  }

  private String unclear(Column column, int line, String text) {
    findings.add(
        Finding.warning(
            "cell-not-mapped",
            new Place(grid.name(), line + 1, column.title(), null),
            "\"%s\" was taken as text.".formatted(text),
            "It is no %s that could be compared.".formatted(column.type().toLowerCase(Locale.ROOT)),
            "Correct the cell in the table."));
    return CellWords.quoted(text);
  }
}
