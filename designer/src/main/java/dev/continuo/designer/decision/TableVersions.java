package dev.continuo.designer.decision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.decision.DecisionTable;
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
  private final Runnable retire;

  TableVersions(ZoneId zone, Consumer<TableVersion> open, Runnable retire) {
    this.zone = zone;
    this.open = open;
    this.retire = retire;
    addClassName("versions");
  }

  void show(DecisionTable table, List<TableVersion> versions) {
    removeAll();
    if (versions.isEmpty()) {
      add(soft("Not released yet. Steps cannot ask it before that."));
    } else if (table.retired()) {
      var retired = versions.getFirst().retired();
      if (retired != null) {
        add(retired(retired));
      }
    }
    versions.forEach(version -> add(line(version)));
    if (table.kind() == DecisionTable.Kind.HOUSE) {
      add(soft("The house itself asks this table, so it cannot be retired."));
    } else if (table.releasedVersion() > 0) {
      Button out = new Button("Retire this table", click -> retire.run());
      out.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
      Div end =
          new Div(out, soft("Nothing new may ask it then. Its versions and its record stay."));
      end.addClassName("retire-line");
      add(end);
    }
  }

  private Div retired(TableVersion.Retired retired) {
    Span words =
        new Span(
            "Out of service since %s, by %s. %s"
                .formatted(Moments.exact(retired.at(), zone), retired.who(), retired.why()));
    Span back = soft("Release the draft, or open a version and roll back to it: it answers again.");
    Div line = new Div(words, back);
    line.addClassName("offer");
    return line;
  }

  private static Span soft(String words) {
    Span span = new Span(words);
    span.addClassNames("soft", "small");
    return span;
  }

  private Div line(TableVersion version) {
    Span number =
        new Span("Version " + version.version() + (version.retired() == null ? "" : ", retired"));
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
