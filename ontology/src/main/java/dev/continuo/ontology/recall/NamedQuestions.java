package dev.continuo.ontology.recall;

import dev.continuo.ontology.recall.Reading.Meant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions that are a query: what is owed, what is late, what comes next, what changed. */
final class NamedQuestions {

  private static final int MOST = 5_000;
  private static final Set<String> CLOSED =
      Set.of("kept", "broken", "cancelled", "paid", "closed", "reached", "done", "void", "missed");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final RecallStore store;

  NamedQuestions(RecallStore store) {
    this.store = store;
  }

  /** Items with how many rows were looked at and how many of them did not hold. */
  record Found(List<RecalledItem> items, int candidates, int stale) {}

  Found find(Named named, Reading reading, View view) {
    if (named == Named.CHANGED_SINCE) {
      return changed(reading, view);
    }
    var rows = each(reading, id -> store.owed(id, view.valid(), view.recorded(), CLOSED, MOST));
    var holding = rows.stream().filter(view::holds).toList();
    var open =
        holding.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.fact().subjectId(), LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(Owed::of)
            .flatMap(Optional::stream)
            .filter(owed -> !CLOSED.contains(owed.state()))
            .filter(wanted(named, view))
            .sorted(Comparator.comparing(Owed::order))
            .limit(named == Named.NEXT_MILESTONE ? 1 : MOST)
            .toList();
    var items = new ArrayList<RecalledItem>();
    for (Owed owed : open) {
      items.add(owed.item(1.0 / (1 + items.size()), named, view));
    }
    return new Found(items, rows.size(), rows.size() - holding.size());
  }

  private static Predicate<Owed> wanted(Named named, View view) {
    return switch (named) {
      case OVERDUE -> owed -> owed.due() != null && owed.due().isBefore(view.valid());
      case NEXT_MILESTONE -> owed -> owed.due() != null && !owed.due().isBefore(view.valid());
      case OPEN_COMMITMENTS, CHANGED_SINCE -> owed -> true;
    };
  }

  private Found changed(Reading reading, View view) {
    Instant since = java.util.Objects.requireNonNull(reading.since());
    var rows = each(reading, id -> store.changedSince(id, since, 500));
    var believed =
        rows.stream().filter(view::holds).map(FactRow::slotKey).collect(Collectors.toSet());
    var items = new ArrayList<RecalledItem>();
    for (FactRow row : rows) {
      double score = 1.0 / (1 + items.size());
      if (row.fact().recordedTo() == null) {
        items.add(row.item(score, "changed"));
      } else if (!believed.contains(row.slotKey())) {
        var gone = row.item(score, "changed");
        items.add(
            new RecalledItem(
                gone.id(),
                gone.fact(),
                "No longer believed: " + gone.text(),
                gone.quote(),
                gone.episodeKey(),
                gone.source(),
                gone.occurredAt(),
                score,
                gone.lists()));
      }
    }
    return new Found(items, rows.size(), rows.size() - items.size());
  }

  private static List<FactRow> each(
      Reading reading, java.util.function.Function<@Nullable String, List<FactRow>> rows) {
    if (reading.entities().isEmpty()) {
      return rows.apply(null);
    }
    return reading.entities().stream()
        .map(Meant::id)
        .flatMap(id -> rows.apply(id).stream())
        .collect(Collectors.toMap(r -> r.fact().factId(), r -> r, (a, b) -> a, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** One thing owed, with what holds of it. */
  private record Owed(FactRow what, @Nullable Instant due, String state, String by, String to) {

    static Optional<Owed> of(List<FactRow> facts) {
      Map<String, FactRow> by =
          facts.stream().collect(Collectors.toMap(f -> f.fact().predicate(), f -> f, (a, b) -> a));
      FactRow what = by.get("schema:description");
      for (String other : List.of("schema:name", "schema:identifier", "vf:due", "vf:provider")) {
        what = what == null ? by.get(other) : what;
      }
      return Optional.ofNullable(what)
          .map(
              row ->
                  new Owed(
                      row,
                      moment(by.get("vf:due")),
                      value(by.get("continuo:state")),
                      value(by.get("vf:provider")),
                      value(by.get("vf:receiver"))));
    }

    private static String value(@Nullable FactRow row) {
      return row == null ? "" : row.fact().value();
    }

    private static @Nullable Instant moment(@Nullable FactRow row) {
      if (row == null) {
        return null;
      }
      String value = row.fact().value();
      return value.length() == 10
          ? LocalDate.parse(value).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
          : Instant.parse(value);
    }

    Instant order() {
      return due == null ? Instant.MAX : due;
    }

    RecalledItem item(double score, Named named, View view) {
      var words = new StringBuilder(what.fact().value());
      if (!by.isEmpty() && !to.isEmpty()) {
        words.append(" \u2014 ").append(by).append(" owes it to ").append(to);
      }
      if (due != null) {
        words.append(due.isBefore(view.valid()) ? ", was due " : ", due ");
        words.append(DAY.format(due.atZone(view.zone())));
      }
      var item = what.item(score, named.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      return new RecalledItem(
          item.id(),
          item.fact(),
          words.append('.').toString(),
          item.quote(),
          item.episodeKey(),
          item.source(),
          item.occurredAt(),
          score,
          item.lists());
    }
  }
}
