package dev.continuo.designer.decision;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.Toast;
import dev.continuo.runtime.decision.TableNotReleased;
import dev.continuo.runtime.decision.TableRefused;
import dev.continuo.runtime.decision.backtest.Shadow;
import dev.continuo.runtime.decision.backtest.Shadows;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The draft beside the released table for a week: what would differ from now on. */
final class ShadowPanel extends Div {
  private static final Duration WEEK = Duration.ofDays(7);
  private final Shadows shadows;
  private final ZoneId zone;
  private final String who;
  private String id = "";
  private String xml = "";

  ShadowPanel(Shadows shadows, ZoneId zone, String who) {
    this.shadows = shadows;
    this.zone = zone;
    this.who = who;
    addClassName("shadow");
  }

  void show(String tableId, String text) {
    id = tableId;
    xml = text;
    removeAll();
    List<Shadow> all = shadows.of(tableId);
    boolean running = !all.isEmpty() && all.getFirst().running();
    Button begin = new Button("Let the draft run beside for a week", click -> begin());
    begin.setVisible(!running);
    Paragraph about =
        new Paragraph(
            "Whatever the released table answers from now on is asked of the draft, too, and"
                + " differences are counted. Only the released table acts.");
    about.addClassName("soft");
    add(new H3("Beside the released table"), about, begin);
    all.stream().limit(5).forEach(shadow -> add(line(shadow)));
    if (!all.isEmpty()) {
      shadows
          .differences(all.getFirst().id(), 10)
          .forEach(change -> add(BacktestPanel.line(change, zone)));
    }
  }

  private Div line(Shadow shadow) {
    Span counts =
        new Span(
            "%,d of %,d answers differ".formatted(shadow.changed(), shadow.asked())
                + (shadow.failed() > 0 ? ", %,d fail".formatted(shadow.failed()) : ""));
    counts.addClassName("strong");
    Span when =
        new Span(
            shadow.running()
                ? "since %s, until %s"
                    .formatted(
                        Moments.at(shadow.startedAt(), zone), Moments.at(shadow.until(), zone))
                : "since %s; %s"
                    .formatted(Moments.at(shadow.startedAt(), zone), shadow.endedWhy()));
    when.addClassNames("soft", "small");
    Div line = new Div(counts, when);
    line.addClassName("shadow-line");
    if (shadow.running()) {
      Button end =
          new Button(
              "End",
              click -> {
                shadows.end(shadow.id(), "Ended by " + who + ".");
                show(id, xml);
              });
      end.addThemeVariants(ButtonVariant.TERTIARY);
      line.add(end);
    }
    return line;
  }

  private void begin() {
    try {
      shadows.start(id, xml, WEEK, who);
      Toast.show("The draft runs beside the released table for a week.");
      show(id, xml);
    } catch (TableRefused refused) {
      add(new FindingList(refused.findings()));
    } catch (TableNotReleased none) {
      Toast.show("Nothing is released yet, so there is nothing to run beside.");
    }
  }
}
