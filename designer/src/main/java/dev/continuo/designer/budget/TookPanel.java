package dev.continuo.designer.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.activity.ActivityLog;
import dev.continuo.runtime.activity.ActivitySums;
import dev.continuo.runtime.budget.Bills;
import dev.continuo.runtime.budget.Round;
import dev.continuo.runtime.budget.RoundFilter;
import dev.continuo.runtime.budget.Settlement.Ending;
import java.util.List;
import java.util.Locale;

/** What memory and models took for a run or about a client, added up in a few calm lines. */
public final class TookPanel extends Div {
  private static final int ROUNDS = 1_000;
  private final ActivityLog activities;
  private final Bills bills;

  public TookPanel(ActivityLog activities, Bills bills) {
    this.activities = activities;
    this.bills = bills;
    addClassNames("panel", "took");
    setVisible(false);
  }

  public void ofRun(long runKey) {
    show(
        "What it took",
        activities.sumOfRun(runKey),
        bills.rounds(RoundFilter.ofRun(runKey), ROUNDS),
        "");
  }

  public void ofClient(String entityId) {
    show(
        "What it took so far",
        activities.sumOfClient(entityId),
        bills.rounds(RoundFilter.ofClient(entityId), ROUNDS),
        "Memory of the last %d days".formatted(activities.keptDays()));
  }

  private void show(String title, ActivitySums sums, List<Round> all, String note) {
    var rounds = all.stream().filter(one -> one.ending() != Ending.REFUSED).toList();
    removeAll();
    setVisible(sums.any() || !rounds.isEmpty());
    add(new H2(title));
    if (sums.any()) {
      line(
          "Memory",
          "%s, %s, %s"
              .formatted(
                  count(sums.reads(), "read"), count(sums.writes(), "write"), time(sums.micros())));
      line("Brought", "%s, %s".formatted(count(sums.rows(), "row"), count(sums.tokens(), "token")));
      line(
          "Spared",
          "%s still warm, %,d outdated left out"
              .formatted(count(sums.cacheHits(), "answer"), sums.staleDropped()));
      if (sums.failures() > 0) {
        line("Failed", count(sums.failures(), "time"));
      }
      Span by = new Span("By " + String.join(", ", sums.indexes()).replace('_', ' '));
      by.addClassNames("soft", "small");
      if (!sums.indexes().isEmpty()) {
        add(by);
      }
    }
    long micros =
        sums.costMicros()
            + rounds.stream()
                .mapToLong(one -> one.spent() == null ? one.reserved() : one.spent())
                .sum();
    line("Models", "%s, %s".formatted(count(rounds.size(), "round"), Euros.of(micros)));
    if (!note.isEmpty()) {
      Span since = new Span(note);
      since.addClassNames("soft", "small");
      add(since);
    }
  }

  private void line(String name, String words) {
    Span label = new Span(name);
    label.addClassName("soft");
    Div line = new Div(label, new Span(words));
    line.addClassName("side-line");
    add(line);
  }

  private static String count(long number, String what) {
    return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
  }

  private static String time(long micros) {
    return micros < 1_000_000
        ? String.format(Locale.ROOT, "%.0f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.1f s", micros / 1e6);
  }
}
