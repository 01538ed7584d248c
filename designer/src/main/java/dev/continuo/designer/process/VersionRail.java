package dev.continuo.designer.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.flow.Flow;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** The released versions, newest first; a click lays one open. */
final class VersionRail extends Div {
  VersionRail(List<Flow.Version> versions, ZoneId zone, Consumer<Flow.Version> open) {
    addClassName("versions");
    if (versions.isEmpty()) {
      Span none = new Span("Not released yet. Nothing runs before that.");
      none.addClassName("soft");
      add(none);
    }
    versions.forEach(version -> add(line(version, zone, open)));
  }

  private static NativeButton line(Flow.Version version, ZoneId zone, Consumer<Flow.Version> open) {
    Span number = new Span("Version " + version.version());
    number.addClassName("strong");
    Span when = Moments.when(version.releasedAt(), zone);
    when.addClassNames("soft", "small");
    Span why = new Span(version.why().isBlank() ? "No reason given" : version.why());
    why.addClassNames("soft", "small", "version-why");
    Span who = new Span(version.releasedBy());
    who.addClassNames("soft", "small");
    NativeButton line = new NativeButton();
    line.add(number, when, why, who);
    line.addClassName("version-line");
    line.addClickListener(click -> open.accept(version));
    return line;
  }
}
