package dev.continuo.designer.memory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.ontology.exchange.Csv;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.Slice;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list that may be very long: it is read a piece at a time, can be searched, walked with the
 * arrow keys, and taken along as CSV. What was shown stays shown when it is read again.
 */
public final class LongList<T> extends Div {
  private static final int PIECE = 40;
  private static final int FEW = 10;
  private static final int AT_ONCE = 1_000;
  private static final String WALK =
      """
      if (this._walk) return;
      this._walk = e => {
        const step = {ArrowDown: 1, ArrowUp: -1}[e.key];
        if (!step || e.defaultPrevented) return;
        const stops = [...this.querySelectorAll('.long-lines > *')]
            .map(line => line.matches('a, button') ? line : line.querySelector('a, button'))
            .filter(stop => stop);
        const line = e.target.closest('.long-lines > *');
        const at = stops.findIndex(stop => line && (stop === line || line.contains(stop)));
        const next = stops[at + step];
        if (!next) return;
        next.focus();
        e.preventDefault();
      };
      this.addEventListener('keydown', this._walk);
      """;

  /** Reads a piece of the lines in which the words occur. */
  @FunctionalInterface
  public interface Pieces<T> {
    List<T> read(String words, Slice slice);
  }

  private final Pieces<T> pieces;
  private final Function<T, ? extends Component> line;
  private final TextField words = new TextField();
  private final Div tools = new Div();
  private final Div lines = new Div();
  private final Button more = new Button("Show more", click -> grow());
  private Supplier<? extends Component> blank = Div::new;
  private boolean whenLong;
  private boolean empty;
  private int shown;

  public LongList(Pieces<T> pieces, Function<T, ? extends Component> line) {
    this.pieces = pieces;
    this.line = line;
    addClassName("long-list");
    tools.addClassName("long-tools");
    tools.setVisible(false);
    lines.addClassName("long-lines");
    more.addClassName("long-more");
    add(tools, lines, more);
    addAttachListener(attach -> getElement().executeJs(WALK));
  }

  /** In one frame, where its lines have none of their own. */
  public LongList<T> framed() {
    lines.addClassNames("panel", "thing-list");
    return this;
  }

  /** Words narrow it. */
  public LongList<T> searched(String label) {
    words.setPlaceholder(label);
    words.setAriaLabel(label);
    words.setPrefixComponent(Glyph.SEARCH.icon());
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(change -> restart());
    tools.addComponentAsFirst(words);
    tools.setVisible(true);
    return this;
  }

  /** The same, but a list that is taken in at a glance has no field for it. */
  public LongList<T> searchedWhenLong(String label) {
    whenLong = true;
    return searched(label);
  }

  /** All of it, as it is narrowed now, can be taken along. */
  public LongList<T> exported(String file, List<String> columns, Function<T, List<?>> row) {
    Anchor export = new Anchor(csv(file, columns, row), "Take along as CSV");
    export.setDownload(true);
    export.addClassName("small");
    tools.add(export);
    tools.setVisible(true);
    return this;
  }

  /** What stands there instead of nothing. */
  public LongList<T> whenEmpty(Supplier<? extends Component> component) {
    blank = component;
    return this;
  }

  /** Reads it from the beginning. */
  public void restart() {
    shown = 0;
    load();
  }

  /** Reads it again, as far as it was shown. */
  public void load() {
    int wanted = Math.max(PIECE, shown);
    lines.removeAll();
    shown = 0;
    append(wanted);
  }

  /** Whether there is nothing to show, neither a line nor why it could not be read. */
  public boolean isEmpty() {
    return empty;
  }

  private void grow() {
    int before = shown;
    append(PIECE);
    lines
        .getChildren()
        .skip(before)
        .findFirst()
        .ifPresent(
            first ->
                first
                    .getElement()
                    .executeJs(
                        "(this.matches('a, button') ? this : this.querySelector('a, button'))"
                            + "?.focus()"));
  }

  private void append(int count) {
    more.setVisible(false);
    empty = false;
    try {
      List<T> piece = pieces.read(words.getValue(), new Slice(shown, count + 1));
      piece.stream().limit(count).forEach(one -> lines.add(line.apply(one)));
      shown += Math.min(piece.size(), count);
      more.setVisible(piece.size() > count);
      more.setText("Show more than these %,d".formatted(shown));
      words.setVisible(!whenLong || shown > FEW || !words.isEmpty());
      empty = shown == 0;
      if (empty) {
        lines.add(words.isEmpty() ? blank.get() : Soft.words("No line has these words in it."));
      }
    } catch (MemoryUnavailable | MemoryFailed trouble) {
      lines.add(MemoryTrouble.of(trouble, this::load));
    }
  }

  private DownloadHandler csv(String file, List<String> columns, Function<T, List<?>> row) {
    return download -> {
      download.setFileName(file + ".csv");
      download.setContentType("text/csv");
      try (Writer out =
          new OutputStreamWriter(download.getOutputStream(), StandardCharsets.UTF_8)) {
        out.write(Csv.line(columns));
        write(out, row);
      }
    };
  }

  private void write(Writer out, Function<T, List<?>> row) throws IOException {
    int read = AT_ONCE;
    for (int from = 0; read == AT_ONCE; from += AT_ONCE) {
      List<T> piece = pieces.read(words.getValue(), new Slice(from, AT_ONCE));
      for (T one : piece) {
        out.write(Csv.line(row.apply(one)));
      }
      read = piece.size();
    }
  }
}
