package dev.continuo.designer.decision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.continuo.designer.shell.Moments;
import dev.continuo.rules.replay.Shift;
import dev.continuo.rules.table.SameValue;
import dev.continuo.runtime.decision.TableNotReleased;
import dev.continuo.runtime.decision.TableRefused;
import dev.continuo.runtime.decision.backtest.Backtest;
import dev.continuo.runtime.decision.backtest.Backtests;
import dev.continuo.runtime.decision.backtest.ChangedDecision;
import dev.continuo.runtime.decision.backtest.ChangedList;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the draft would have answered to everything that was asked in a period. */
final class BacktestPanel extends Div {
  private static final int MOST_SHOWN = 20;
  private final Backtests backtests;
  private final ZoneId zone;
  private final Select<Integer> period = new Select<>();
  private final Button go = new Button("Look back", click -> begin());
  private final Div result = new Div();
  private String id = "";
  private String xml = "";
  private @Nullable String shown;

  BacktestPanel(Backtests backtests, ZoneId zone) {
    this.backtests = backtests;
    this.zone = zone;
    addClassName("backtest");
    period.setLabel("Asked in the last");
    period.setItems(7, 30, 90, 365);
    period.setItemLabelGenerator(days -> days == 365 ? "year" : days + " days");
    period.setValue(30);
    go.addThemeVariants(ButtonVariant.PRIMARY);
    Div ask = new Div(period, go);
    ask.addClassName("backtest-ask");
    result.addClassName("backtest-result");
    result.getElement().setAttribute("aria-live", "polite");
    Paragraph about =
        new Paragraph(
            "The draft is asked again what the released table was asked. Nothing is done and nothing"
                + " is sent.");
    about.addClassName("soft");
    add(about, ask, result);
  }

  void show(String tableId, String text) {
    id = tableId;
    xml = text;
  }

  private void begin() {
    result.removeAll();
    try {
      var to = Instant.now();
      var begun = backtests.start(id, xml, to.minus(Duration.ofDays(period.getValue())), to);
      shown = begun.id();
      progress(begun);
      getUI().ifPresent(ui -> follow(ui, begun.id()));
    } catch (TableRefused refused) {
      result.add(new FindingList(refused.findings()));
    } catch (TableNotReleased none) {
      result.add(new Paragraph("Nothing is released yet, so nothing was asked."));
    }
  }

  private void follow(UI ui, String backtest) {
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS)
        .execute(
            () ->
                ui.access(
                    () -> {
                      var now = backtests.backtest(backtest);
                      if (now.isEmpty() || !backtest.equals(shown)) {
                        return;
                      }
                      if (now.get().state() == Backtest.State.RUNNING) {
                        progress(now.get());
                        follow(ui, backtest);
                      } else {
                        finished(now.get());
                      }
                    }));
  }

  private void progress(Backtest now) {
    result.removeAll();
    ProgressBar bar = new ProgressBar(0, 1, Math.min(1, now.progress()));
    Span words = new Span("%,d of %,d".formatted(now.asked(), now.total()));
    words.addClassNames("soft", "num");
    Button stop = new Button("Cancel", click -> backtests.cancel(now.id()));
    stop.addThemeVariants(ButtonVariant.TERTIARY);
    Div line = new Div(bar, words, stop);
    line.addClassName("backtest-progress");
    result.add(line);
  }

  private void finished(Backtest done) {
    result.removeAll();
    result.add(new H3(headline(done)));
    String problem = done.problem();
    if (problem != null) {
      Paragraph why = new Paragraph(problem);
      why.addClassName("problem");
      result.add(why);
    }
    done.terms().words().forEach(words -> result.add(term(words)));
    if (done.changed() == 0) {
      return;
    }
    done.shifts().stream().limit(8).forEach(shift -> result.add(shift(shift)));
    result.add(new H3("Which"), files(done));
    done.changes().stream()
        .sorted(Comparator.comparing(ChangedDecision::at).reversed())
        .limit(MOST_SHOWN)
        .forEach(change -> result.add(line(change, zone)));
    if (done.changed() > MOST_SHOWN) {
      Span more =
          new Span(
              "The first %d of %,d; the files hold %,d."
                  .formatted(MOST_SHOWN, done.changed(), done.changes().size()));
      more.addClassNames("soft", "small");
      result.add(more);
    }
  }

  private static String headline(Backtest done) {
    if (done.asked() == 0) {
      return "Nothing was asked in that time.";
    }
    var part =
        done.changed() == 0
            ? "All %,d answers stay as they are".formatted(done.asked())
            : "%,d of %,d answers would be others".formatted(done.changed(), done.asked());
    return done.state() == Backtest.State.CANCELLED ? part + " (cancelled)." : part + ".";
  }

  private static Paragraph term(String words) {
    Paragraph term = new Paragraph(words);
    term.addClassName("backtest-term");
    return term;
  }

  private static Span shift(Shift shift) {
    Span words =
        new Span(
            "%s: %s \u2192 %s, %,d times"
                .formatted(
                    ValueRows.spaced(shift.output()),
                    ValueRows.words(shift.before()),
                    ValueRows.words(shift.after()),
                    shift.count()));
    words.addClassNames("soft", "small");
    return words;
  }

  static Div line(ChangedDecision change, ZoneId zone) {
    Span when = Moments.when(change.at(), zone);
    when.addClassNames("soft", "small");
    String problem = change.problem();
    Span after =
        new Span(
            problem == null ? ValueRows.line(others(change.after(), change.before())) : problem);
    after.addClassName(problem == null ? "strong" : "problem");
    Span before = new Span("instead of " + ValueRows.line(others(change.before(), change.after())));
    before.addClassName("small");
    Span asked = new Span(ValueRows.line(change.inputs()));
    asked.addClassNames("soft", "small");
    Div words = new Div(after, before, asked);
    words.addClassName("answer-words");
    Div beside = new Div();
    beside.addClassName("answer-beside");
    Long run = change.runKey();
    if (run != null) {
      Anchor there = new Anchor("runs/" + run, "See the run");
      there.addClassName("small");
      beside.add(there);
    }
    Span rows = new Span(String.join("; ", change.rows()));
    rows.addClassNames("soft", "small");
    beside.add(rows);
    Div line = new Div(when, words, beside);
    line.addClassName("answer-line");
    return line;
  }

  /** The values that are not the same on the other side. */
  private static Map<String, @Nullable Object> others(
      Map<String, @Nullable Object> values, Map<String, @Nullable Object> beside) {
    var others = new LinkedHashMap<>(values);
    others.entrySet().removeIf(one -> SameValue.test(one.getValue(), beside.get(one.getKey())));
    return others;
  }

  private static Div files(Backtest done) {
    var changes = done.changes();
    Anchor xlsx =
        new Anchor(
            file(done, ".xlsx", () -> ChangedList.xlsx(done.tableId(), changes)),
            "Download what changed as XLSX");
    Anchor csv =
        new Anchor(
            file(done, ".csv", () -> ChangedList.csv(changes).getBytes(StandardCharsets.UTF_8)),
            "as CSV");
    Div files = new Div(xlsx, csv);
    files.addClassNames("test-files", "small");
    return files;
  }

  private static DownloadHandler file(Backtest done, String ending, Supplier<byte[]> content) {
    return DownloadHandler.fromInputStream(
        asked -> {
          byte[] bytes = content.get();
          return new DownloadResponse(
              new ByteArrayInputStream(bytes),
              "backtest-%s%s".formatted(done.tableId(), ending),
              "application/octet-stream",
              bytes.length);
        });
  }
}
