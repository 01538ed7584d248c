package dev.continuo.designer.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;

/** The quiet dot: green while all is well. A click names each engine. */
class HealthDot extends Button {
  private final Health health;
  private final Span dot = new Span();
  private final Div lines = new Div();

  HealthDot(Health health) {
    this.health = health;
    dot.addClassName("dot");
    setIcon(dot);
    addThemeVariants(ButtonVariant.TERTIARY);
    addClassName("quiet");
    lines.addClassName("health");
    Popover popover = new Popover(lines);
    popover.setTarget(this);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.addOpenedChangeListener(change -> refresh());
    refresh();
  }

  void refresh() {
    List<Health.Line> now = health.lines();
    Health.State worst =
        now.stream().map(Health.Line::state).max(Health.State::compareTo).orElse(Health.State.WELL);
    dot.setClassName("dot " + css(worst));
    setAriaLabel(
        switch (worst) {
          case WELL -> "All engines run";
          case STARTING -> "An engine is starting";
          case DOWN -> "An engine is down";
        });
    lines.removeAll();
    now.forEach(line -> lines.add(line(line)));
  }

  private static Div line(Health.Line line) {
    Span dot = new Span();
    dot.setClassName("dot " + css(line.state()));
    Span name = new Span(line.name());
    Span words = new Span(line.words());
    words.addClassName("soft");
    Div row = new Div(dot, name, words);
    row.addClassName("health-line");
    return row;
  }

  private static String css(Health.State state) {
    return switch (state) {
      case WELL -> "well";
      case STARTING -> "warn";
      case DOWN -> "bad";
    };
  }
}
