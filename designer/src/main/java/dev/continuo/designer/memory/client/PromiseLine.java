package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.memory.Soft;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Thing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** A promise: what, by whom to whom, and when it is due or what became of it. */
final class PromiseLine extends Div {
  PromiseLine(Thing promise, Instant at, ZoneId zone, Consumer<String> openFact) {
    addClassName("promise-line");
    Anchor title = new Anchor(Paths.entity(promise.id()), what(promise));
    title.addClassName("strong");
    Div words =
        new Div(
            title,
            Soft.words(someone(promise, "vf:provider") + " to " + someone(promise, "vf:receiver")));
    words.addClassName("fact-line-words");
    add(words);
    String state = said(promise, "continuo:state");
    boolean open = state.isEmpty() || state.equals("open");
    Optional<Fact> due = promise.says("vf:due");
    Optional<Instant> day = due.flatMap(PromiseLine::moment);
    boolean late = open && day.filter(moment -> moment.isBefore(at)).isPresent();
    setClassName("late", late);
    setClassName("over", !open);
    String when =
        day.map(moment -> (late ? "was due " : "due ") + FactWords.day(moment, zone))
            .orElse("no date");
    Optional<Fact> ground = open ? due : promise.says("continuo:state");
    ground
        .or(() -> promise.facts().stream().findFirst())
        .ifPresent(fact -> add(new ValueLine(fact, open ? when : state, "", openFact)));
  }

  private static Optional<Instant> moment(Fact due) {
    return due.value() instanceof FactValue.Moment(Instant moment)
        ? Optional.of(moment)
        : Optional.empty();
  }

  static String what(Thing promise) {
    return promise
        .says("schema:description")
        .map(fact -> fact.value().words())
        .orElse(promise.label());
  }

  static String said(Thing promise, String predicate) {
    return promise.says(predicate).map(fact -> fact.value().words()).orElse("");
  }

  private static String someone(Thing promise, String side) {
    String name = said(promise, side);
    return name.isEmpty() ? "someone" : name;
  }
}
