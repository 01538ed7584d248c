package dev.continuo.designer.decision;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.Toast;
import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.Guard;
import dev.continuo.rules.guard.GuardEvent;
import dev.continuo.runtime.decision.guard.HouseGuards;
import dev.continuo.runtime.decision.guard.WatchingGuard;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One guard. */
final class GuardPanel extends Div {
  private static final int FIRINGS = 5;
  private static final int EVENTS = 8;
  private final HouseGuards guards;
  private final ZoneId zone;
  private final String who;
  private final Checkbox watching = new Checkbox("Watches");
  private final Map<String, IntegerField> numbers = new LinkedHashMap<>();

  GuardPanel(HouseGuards guards, WatchingGuard one, ZoneId zone, String who) {
    this.guards = guards;
    this.zone = zone;
    this.who = who;
    addClassNames("panel", "guard");
    Guard guard = one.guard();
    setId("guard-" + guard.id());
    watching.setValue(one.watching());
    watching.setAriaLabel("%s watches".formatted(guard.title()));
    watching.addValueChangeListener(change -> save(guard));
    Span said = new Span(spoke(one.firings()));
    said.addClassNames("soft", "small");
    Div head = new Div(new H2(guard.title()), said, watching);
    head.addClassName("guard-head");
    Details help = new Details("What it is for, with examples", new Markdown(guard.help()));
    help.addClassName("guard-help");
    add(head, numbers(guard, one.parameters()), help);
    List<Firing> firings = guards.firings(guard.id(), FIRINGS);
    firings.forEach(firing -> add(line(firing)));
  }

  private static String spoke(long times) {
    return times == 0
        ? "never spoke"
        : times == 1 ? "spoke once" : "spoke %,d times".formatted(times);
  }

  private Div numbers(Guard guard, Map<String, Long> now) {
    Div fields = new Div();
    fields.addClassName("guard-numbers");
    for (Guard.Parameter parameter : guard.parameters()) {
      IntegerField field = new IntegerField(parameter.label());
      field.setMin(Math.toIntExact(parameter.least()));
      field.setMax(Math.toIntExact(parameter.most()));
      field.setStepButtonsVisible(true);
      field.setValue(Math.toIntExact(now.getOrDefault(parameter.name(), parameter.standard())));
      numbers.put(parameter.name(), field);
      fields.add(field);
    }
    fields.add(new Button("Save numbers", click -> save(guard)));
    return fields;
  }

  private void save(Guard guard) {
    Map<String, Long> chosen = new LinkedHashMap<>();
    for (var number : numbers.entrySet()) {
      Integer value = number.getValue().getValue();
      if (value == null || number.getValue().isInvalid()) {
        Toast.show(
            "\u201c%s\u201d needs a number within its bounds."
                .formatted(number.getValue().getLabel()));
        return;
      }
      chosen.put(number.getKey(), value.longValue());
    }
    guards.set(guard.id(), watching.getValue(), chosen, who);
    Toast.show(
        watching.getValue()
            ? "\u201c%s\u201d watches with these numbers.".formatted(guard.title())
            : "\u201c%s\u201d no longer watches.".formatted(guard.title()));
  }

  private Div line(Firing firing) {
    Span sentence = new Span(firing.sentence());
    Span when = Moments.when(firing.at(), zone);
    when.addClassNames("soft", "small");
    Div events = new Div();
    events.addClassName("guard-events");
    firing.because().stream()
        .skip(Math.max(0, firing.because().size() - EVENTS))
        .forEach(event -> events.add(event(event)));
    Div line = new Div(sentence, when, events);
    line.addClassName("guard-firing");
    return line;
  }

  private Component event(GuardEvent event) {
    var words = "%s, %s".formatted(event.kind().replace('-', ' '), Moments.at(event.at(), zone));
    Long run = event.runKey();
    var shown = run == null ? new Span(words) : new Anchor("runs/" + run, words);
    shown.getElement().setAttribute("title", event.detail());
    shown.getElement().getClassList().add("small");
    return shown;
  }
}
