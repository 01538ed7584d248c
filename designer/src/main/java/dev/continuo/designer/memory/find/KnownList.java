package dev.continuo.designer.memory.find;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.graph.Surroundings;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.ontology.memory.Browsing;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.SearchHit;
import dev.continuo.ontology.memory.Slice;
import java.util.List;
import java.util.function.Consumer;

/** What is known, as a list: the latest facts, the things of a kind, or what has certain words. */
final class KnownList extends Div {
  private final Hand hand;
  private final TextField text = new TextField();
  private final Select<Kind> kind = new Select<>();
  private final LongList<Fact> latest;
  private final LongList<SearchHit> hits;
  private boolean setting;

  /** What is listed. */
  private enum Kind {
    ALL("Everything", ""),
    PEOPLE("People", "schema:Person"),
    ORGANISATIONS("Organisations", "org:Organization"),
    PROMISES("Promises", "vf:Commitment"),
    CONTRACTS("Contracts", "vf:Agreement"),
    REQUESTS("Requests", "continuo:Request"),
    INVOICES("Invoices", "schema:Invoice"),
    SOURCES("Sources", "");

    private final String words;
    private final String curie;

    Kind(String words, String curie) {
      this.words = words;
      this.curie = curie;
    }

    static Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.name().equalsIgnoreCase(name)) {
          return kind;
        }
      }
      return ALL;
    }
  }

  KnownList(Hand hand, Consumer<String> openFact) {
    this.hand = hand;
    this.latest =
        FactLine.exported(
            new LongList<Fact>(
                    (words, slice) -> browse().latest(slice),
                    fact -> new FactLine(fact, hand.zone(), openFact))
                .framed()
                .whenEmpty(Surroundings::nothing));
    this.hits =
        new LongList<SearchHit>((words, slice) -> found(slice), hit -> new HitLine(hit, openFact))
            .framed()
            .whenEmpty(this::nothing)
            .exported(
                "memory",
                List.of("kind", "name", "words"),
                hit -> List.of(hit.kind(), hit.label(), hit.snippet()));
    text.setPlaceholder("A name, a mail address, a word of a mail");
    text.setAriaLabel("Search memory");
    text.setPrefixComponent(Glyph.SEARCH.icon());
    text.setClearButtonVisible(true);
    text.setValueChangeMode(ValueChangeMode.LAZY);
    text.addValueChangeListener(change -> restart());
    kind.setItems(Kind.values());
    kind.setItemLabelGenerator(one -> one.words);
    kind.setAriaLabel("What is listed");
    kind.setValue(Kind.ALL);
    kind.addValueChangeListener(change -> restart());
    Div filters = new Div(text, kind);
    filters.addClassNames("filters", "memory-search");
    add(filters, latest, hits);
  }

  private Browsing browse() {
    return hand.memory().browse();
  }

  /** Shows the things of a kind by its name, or everything. */
  void show(String name) {
    setting = true;
    kind.setValue(Kind.of(name));
    setting = false;
    restart();
  }

  /** Reads what came in lately again; what was searched stays. */
  void refresh() {
    if (showsLatest()) {
      latest.load();
    }
  }

  private boolean showsLatest() {
    return text.isEmpty() && kind.getValue() == Kind.ALL;
  }

  private void restart() {
    if (setting) {
      return;
    }
    latest.setVisible(showsLatest());
    hits.setVisible(!showsLatest());
    if (showsLatest()) {
      latest.restart();
    } else {
      hits.restart();
    }
  }

  private List<SearchHit> found(Slice slice) {
    Kind wanted = kind.getValue();
    String words = text.getValue().strip();
    return switch (wanted) {
      case ALL -> browse().search(words, null, slice);
      case SOURCES -> browse().episodes(words, slice);
      default -> browse().things(wanted.curie, words, slice);
    };
  }

  private Component nothing() {
    return text.isEmpty()
        ? new Blank(
            Glyph.MEMORY, "None is known yet", "What comes in by mail or upload will stand here.")
        : new Blank(
            Glyph.MEMORY, "Nothing fits", "Try a name, part of an address, or a word of a mail.");
  }
}
