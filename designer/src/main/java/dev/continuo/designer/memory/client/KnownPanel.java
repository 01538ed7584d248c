package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactLine;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.Soft;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Fact;
import dev.continuo.ontology.memory.FactGroup;
import java.util.List;
import java.util.function.Consumer;

/** What is known of it by what is said; where much is said, the rest is a click away. */
final class KnownPanel extends ClientPanel {
  private static final int EACH = 6;

  KnownPanel(Hand hand, Consumer<String> openFact) {
    super(hand, openFact);
  }

  @Override
  void show(Entity entity, AsOf asOf) {
    boolean now = asOf.equals(AsOf.now());
    begin(now ? "What is known" : "What was known");
    List<FactGroup> groups = browse().groups(entity.id(), asOf, EACH);
    if (groups.isEmpty()) {
      add(new Div(now ? "Nothing beyond its name." : "Nothing that held or was known by then."));
      return;
    }
    Div all = new Div();
    all.addClassName("fact-groups");
    groups.forEach(
        group -> {
          Span name = new Span(group.label());
          name.addClassName("row-name");
          all.add(name, values(entity, asOf, group));
        });
    add(all);
  }

  private Div values(Entity entity, AsOf asOf, FactGroup group) {
    Div values = new Div();
    group.facts().forEach(fact -> values.add(line(fact)));
    if (group.total() > group.facts().size()) {
      Button rest =
          new Button("All %,d".formatted(group.total()), click -> all(values, entity, asOf, group));
      rest.addThemeVariants(ButtonVariant.TERTIARY);
      rest.setAriaLabel("All %,d: %s".formatted(group.total(), group.label()));
      values.add(rest, Soft.words("the latest %d are shown".formatted(group.facts().size())));
    }
    return values;
  }

  private void all(Div values, Entity entity, AsOf asOf, FactGroup group) {
    LongList<Fact> list =
        FactLine.exported(
            new LongList<Fact>(
                    (words, slice) ->
                        browse().facts(entity.id(), group.predicate(), asOf, words, slice),
                    this::line)
                .searched("Search: " + group.label()));
    values.removeAll();
    values.add(list);
    list.restart();
  }

  private ValueLine line(Fact fact) {
    return new ValueLine(fact, hand().zone(), this::openFact);
  }
}
