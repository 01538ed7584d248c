package dev.continuo.ontology.memory.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One attempt at a write: applies placed proposals to the slots and keeps what that changes. */
final class Draft {

  private static final Timeline EMPTY = new Timeline(List.of(), List.of());

  private final String writeKey;
  private final Map<String, Timeline> timelines = new HashMap<>();
  private final Map<String, StoredRow> stored = new LinkedHashMap<>();
  private final Map<String, NewRow> written = new LinkedHashMap<>();
  private final Set<String> closed = new LinkedHashSet<>();
  private final Map<Integer, Row> confirmed = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int continuations;

  /**
   * A row to write.
   *
   * @param placed the proposal it came from, {@code null} when it carries on {@code continues}
   */
  record NewRow(
      Row row,
      String slotKey,
      @Nullable Placed placed,
      @Nullable StoredRow continues,
      List<String> supersedes) {

    Held held() {
      return placed == null
          ? Held.stored(Objects.requireNonNull(continues), row.valid())
          : Held.proposed(placed, row.valid());
    }
  }

  Draft(String writeKey, Collection<StoredRow> rows, Collection<StoredConfirmation> confirmations) {
    this.writeKey = writeKey;
    rows.forEach(row -> stored.put(row.factId(), row));
    var rowsBySlot = rows.stream().collect(Collectors.groupingBy(StoredRow::slotKey));
    var anchorsBySlot =
        confirmations.stream().collect(Collectors.groupingBy(StoredConfirmation::slotKey));
    Stream.concat(rowsBySlot.keySet().stream(), anchorsBySlot.keySet().stream())
        .distinct()
        .forEach(
            slot ->
                timelines.put(
                    slot,
                    new Timeline(
                        rowsBySlot.getOrDefault(slot, List.of()).stream().map(Draft::row).toList(),
                        anchorsBySlot.getOrDefault(slot, List.of()).stream()
                            .map(c -> new Anchor(c.at(), c.valueKey(), c.rank()))
                            .toList())));
  }

  /** Closes a stored row without anything in its place. */
  void retire(String factId) {
    var row = stored.get(factId);
    if (row != null) {
      timelines.computeIfPresent(row.slotKey(), (slot, line) -> line.without(row(row)));
      closed.add(factId);
    }
  }

  /** Higher ranks first, else in the order of the proposals. */
  void applyAll(List<Placed> proposals, @Nullable String retired) {
    proposals.stream()
        .sorted(Comparator.comparing((Placed p) -> p.candidate().proposal().rank()).reversed())
        .forEach(placed -> apply(placed, retired));
  }

  private void apply(Placed placed, @Nullable String retired) {
    var slot = placed.slotKey();
    var timeline = timelines.getOrDefault(slot, new Timeline(List.of(), List.of()));
    switch (timeline.rule(placed.claim())) {
      case Ruling.Written(var valid, var cut, var kept) ->
          write(placed, timeline, valid, cut, kept, retired);
      case Ruling.Confirmed(var row) -> confirm(placed, timeline, row);
      case Ruling.Outranked(var by) ->
          findings.add(
              Finding.review(
                  placed.index(),
                  "lower-rank",
                  "A source that counts more (%s) already says otherwise for this time."
                      .formatted(words(by)),
                  by.factId()));
      case Ruling.Tied(var with) ->
          findings.add(
              Finding.review(
                  placed.index(),
                  "tie",
                  "An equal source says otherwise from the very same time; a person has to decide.",
                  with.factId()));
    }
  }

  private void write(
      Placed placed,
      Timeline before,
      Interval valid,
      @Nullable Row cut,
      List<Interval> kept,
      @Nullable String retired) {
    var slot = placed.slotKey();
    var timeline = before;
    var supersedes = new ArrayList<String>();
    if (retired != null) {
      supersedes.add(retired);
    }
    if (cut != null) {
      timeline = timeline.without(cut);
      var unsaved = written.remove(cut.factId());
      if (unsaved == null) {
        closed.add(cut.factId());
        supersedes.add(cut.factId());
      }
      for (var rest : kept) {
        var row = new Row(continuationId(cut, unsaved), rest, cut.value(), cut.rank());
        timeline = timeline.with(row);
        written.put(
            row.factId(),
            unsaved == null
                ? new NewRow(row, slot, null, stored.get(cut.factId()), List.of())
                : new NewRow(
                    row, slot, unsaved.placed(), unsaved.continues(), unsaved.supersedes()));
      }
    }
    var row =
        new Row(factId(placed), valid, placed.valueKey(), placed.candidate().proposal().rank());
    written.put(row.factId(), new NewRow(row, slot, placed, null, supersedes));
    timelines.put(slot, timeline.with(row));
    if (timelines.get(slot).overlaps()) {
      findings.add(
          Finding.rejected(
              placed.index(), "overlap", "Two values of one slot would hold at the same time."));
    }
  }

  private void confirm(Placed placed, Timeline timeline, Row row) {
    confirmed.put(placed.index(), row);
    timelines.put(placed.slotKey(), timeline.with(placed.anchor()));
  }

  private String factId(Placed placed) {
    return Ids.of("f-", writeKey + "#" + placed.index());
  }

  /** The first piece of a row that is not stored yet keeps its id. */
  private String continuationId(Row cut, @Nullable NewRow unsaved) {
    return unsaved != null && !written.containsKey(cut.factId())
        ? cut.factId()
        : Ids.of("f-", writeKey + "#c" + continuations++);
  }

  private static Row row(StoredRow row) {
    return new Row(row.factId(), row.valid(), row.valueKey(), row.rank());
  }

  private static String words(Row row) {
    return row.rank().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  Collection<NewRow> written() {
    return written.values();
  }

  Set<String> closed() {
    return closed;
  }

  /** Rows that got one more source, by proposal. */
  Map<Integer, Row> confirmed() {
    return confirmed;
  }

  /** Closed rows whose value does not hold any more for all of their time. */
  List<String> fallen() {
    return closed.stream().filter(id -> !stillHolds(stored.get(id))).toList();
  }

  /** The row that says the same as a closed one and is written in its place. */
  Map<String, String> successors(@Nullable Retirement retired) {
    var successors = new LinkedHashMap<String, String>();
    for (var id : closed) {
      boolean renamed = retired != null && retired.renames() && retired.factId().equals(id);
      written.values().stream()
          .filter(row -> renamed || (saysTheSame(row, stored.get(id)) && !fallen().contains(id)))
          .findFirst()
          .ifPresent(row -> successors.put(id, row.row().factId()));
    }
    return successors;
  }

  private boolean stillHolds(StoredRow row) {
    var gap = row.valid();
    for (var held : timelines.getOrDefault(row.slotKey(), EMPTY).rows()) {
      if (held.value().equals(row.valueKey()) && held.valid().contains(gap.from())) {
        if (held.valid().to() == null) {
          return true;
        }
        gap = new Interval(held.valid().to(), gap.to());
        if (gap.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean saysTheSame(NewRow written, StoredRow row) {
    return written.slotKey().equals(row.slotKey()) && written.row().value().equals(row.valueKey());
  }

  List<Finding> findings() {
    return findings;
  }

  /** What would be believed after the write. */
  List<Held> held() {
    var after = new ArrayList<Held>();
    stored.values().stream()
        .filter(row -> !closed.contains(row.factId()))
        .map(row -> Held.stored(row, row.valid()))
        .forEach(after::add);
    written.values().stream().map(NewRow::held).forEach(after::add);
    return after;
  }

  /** Stored rows that would not be believed any more. */
  List<Held> dropped() {
    return closed.stream().map(stored::get).map(row -> Held.stored(row, row.valid())).toList();
  }
}
