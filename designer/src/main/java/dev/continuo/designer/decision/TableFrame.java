package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import dev.continuo.rules.document.ModelDocument;
import dev.continuo.rules.document.UnreadableModel;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the table stands: in the editor, or, too long for it, as a list of rows. */
final class TableFrame extends Div {
  /** The editor draws every cell at once; beyond this it keeps a browser busy for too long. */
  private static final int MOST_DRAWN = 1_000;

  private static final Pattern ROW = Pattern.compile("<[\\w.-]*:?rule[\\s>]");

  private final DecisionEditor editor = new DecisionEditor();
  private @Nullable LongTable rows;
  private String xml = "";
  private Consumer<String> edited = text -> {};

  TableFrame() {
    addClassNames("drawing-frame", "table-frame");
  }

  void open(String text) {
    xml = text;
    var list = longTable(text);
    if (list != null) {
      rows = list;
      removeAll();
      add(list);
      return;
    }
    if (rows != null || editor.getParent().isEmpty()) {
      rows = null;
      removeAll();
      add(editor);
    }
    editor.open(text);
  }

  void onEdit(Consumer<String> heard) {
    edited = heard;
    editor.onEdit(heard);
  }

  /** The text as it is now and whether it was edited since it was opened. */
  void current(BiConsumer<String, Boolean> answer) {
    if (rows == null) {
      editor.current(answer);
    } else {
      answer.accept(xml, false);
    }
  }

  void light(Collection<String> ruleIds) {
    if (rows == null) {
      editor.light(ruleIds);
    } else {
      rows.light(ruleIds);
    }
  }

  private @Nullable LongTable longTable(String text) {
    if (!isLong(text)) {
      return null;
    }
    try {
      return LongTable.of(ModelDocument.open(text), this::changed);
    } catch (UnreadableModel broken) {
      return null; // the editor says what is wrong with it
    }
  }

  private void changed(ModelDocument document) {
    xml = document.xml();
    edited.accept(xml);
  }

  static boolean isLong(String text) {
    return ROW.matcher(text).results().limit(MOST_DRAWN + 1).count() > MOST_DRAWN;
  }

  /** The same text with as many rows of each table as an editor can draw. */
  static String drawable(String text) {
    if (!isLong(text)) {
      return text;
    }
    var document = ModelDocument.open(text);
    for (var decision : document.content().decisions()) {
      var table = decision.table();
      if (table != null && table.rows().size() > MOST_DRAWN) {
        document =
            document.with(decision.withTable(table.withRows(table.rows().subList(0, MOST_DRAWN))));
      }
    }
    return document.xml();
  }
}
