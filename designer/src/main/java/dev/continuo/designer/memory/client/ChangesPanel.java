package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Moments;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Change;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What changed since this person last looked, one line a change, until it is marked as seen. */
final class ChangesPanel extends ClientPanel {
  private final LastLooks looks;

  ChangesPanel(Hand hand, LastLooks looks, Consumer<String> openFact) {
    super(hand, openFact);
    this.looks = looks;
    addClassName("changes");
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    removeAll();
    setVisible(false);
    Instant since = looks.since(hand().who(), entity.id());
    if (!asOf.equals(AsOf.now())
        || browse().changes(entity.id(), since, "", Slice.first(1)).isEmpty()) {
      return;
    }
    setVisible(true);
    Button seen = new Button("Seen", click -> seen(entity));
    seen.addThemeVariants(ButtonVariant.TERTIARY);
    seen.setAriaLabel("Seen: what changed since you last looked");
    Div head =
        new Div(
            new H2("Changed since you last looked"),
            Soft.words(Moments.at(since, hand().zone())),
            seen);
    head.addClassName("changes-head");
    LongList<Change> list =
        new LongList<Change>(
                (words, slice) -> browse().changes(entity.id(), since, words, slice), this::line)
            .searchedWhenLong("Search the changes")
            .exported(
                "changes",
                List.of("when", "change", "before"),
                change ->
                    List.of(
                        change.at(),
                        words(change),
                        Objects.requireNonNullElse(change.before(), "")));
    add(head, list);
    list.load();
  }

  private void seen(Entity entity) {
    looks.seen(hand().who(), entity.id());
    setVisible(false);
  }

  private static String words(Change change) {
    return change.fallen()
        ? "No longer believed: " + change.fact().sentence()
        : change.fact().sentence();
  }

  private NativeButton line(Change change) {
    Span now = new Span(words(change));
    now.addClassName("fact-words");
    Div words = new Div(now);
    String before = change.before();
    if (before != null) {
      words.add(Soft.words("Before: " + before));
    }
    words.addClassName("fact-line-words");
    Span when = Moments.when(change.at(), hand().zone());
    when.addClassNames("soft", "small", "num");
    NativeButton line = new NativeButton();
    line.add(FactLine.dot(change.fact().rank()), words, when);
    line.addClassName("fact-line");
    line.addClickListener(click -> openFact(change.fact().factId()));
    return line;
  }
}
