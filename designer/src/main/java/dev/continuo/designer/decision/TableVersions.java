package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.decision.TableVersion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** The released versions of a table, newest first. */
final class TableVersions extends Div {
  private final ZoneId zone;
  private final Consumer<TableVersion> open;

  TableVersions(ZoneId zone, Consumer<TableVersion> open) {
    this.zone = zone;
    this.open = open;
    addClassName("versions");
  }

  void show(List<TableVersion> versions) {
    removeAll();
    if (versions.isEmpty()) {
      Span none = new Span("Not released yet. Steps cannot ask it before that.");
      none.addClassName("soft");
      add(none);
    }
    versions.forEach(version -> add(line(version)));
  }

  private Div line(TableVersion version) {
    Span number = new Span("Version " + version.version());
    number.addClassName("strong");
    Span when = Moments.when(version.releasedAt(), zone);
    when.addClassNames("soft", "small");
    Span why = new Span(version.why().isBlank() ? "No reason given" : version.why());
    why.addClassNames("soft", "small", "version-why");
    Span who = new Span(version.releasedBy());
    who.addClassNames("soft", "small");
    NativeButton look = new NativeButton();
    look.add(number, when, why, who);
    look.addClassName("version-line");
    look.addClickListener(click -> open.accept(version));
    Anchor download = new Anchor(file(version), "Download DMN");
    download.addClassName("small");
    Div line = new Div(look, download);
    line.addClassName("version-row");
    return line;
  }

  private static DownloadHandler file(TableVersion version) {
    return DownloadHandler.fromInputStream(
        asked -> {
          byte[] xml = version.xml().getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(
              new ByteArrayInputStream(xml),
              "%s-%d.dmn".formatted(version.tableId(), version.version()),
              "application/xml",
              xml.length);
        });
  }
}
