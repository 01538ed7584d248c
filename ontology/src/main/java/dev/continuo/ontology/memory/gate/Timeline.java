package dev.continuo.ontology.memory.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one slot, over valid time, and the rules for changing it.
 *
 * <p>A claim reaches from its start to its stated end, or to the next thing that is known with at
 * least its rank: the start of another row or a confirmation. Nothing outside that stretch changes.
 * Immutable.
 */
final class Timeline {

  private static final Comparator<Row> BY_START = Comparator.comparing(row -> row.valid().from());

  private final List<Row> rows;
  private final List<Anchor> anchors;

  Timeline(List<Row> rows, List<Anchor> anchors) {
    this.rows = rows.stream().sorted(BY_START).toList();
    this.anchors = List.copyOf(anchors);
  }

  List<Row> rows() {
    return rows;
  }

  /** What that claim would do. */
  Ruling rule(Claim claim) {
    var here = rowAt(claim.stated().from()).orElse(null);
    if (here == null) {
      return new Ruling.Written(upTo(claim, claim.stated().to()), null, List.of());
    }
    return here.value().equals(claim.value()) ? same(claim, here) : other(claim, here);
  }

  /** Two believed rows that hold at the same time, which must never be. */
  boolean overlaps() {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i - 1).valid().overlaps(rows.get(i).valid())) {
        return true;
      }
    }
    return false;
  }

  Timeline without(Row row) {
    return new Timeline(rows.stream().filter(r -> !r.equals(row)).toList(), anchors);
  }

  Timeline with(Row row) {
    return new Timeline(Stream.concat(rows.stream(), Stream.of(row)).toList(), anchors);
  }

  Timeline with(Anchor anchor) {
    return new Timeline(rows, Stream.concat(anchors.stream(), Stream.of(anchor)).toList());
  }

  private Ruling same(Claim claim, Row here) {
    var end = claim.stated().to();
    boolean nothingNew = end == null || Objects.equals(end, here.valid().to());
    if (here.rank().outranks(claim.rank()) && !claim.decided()) {
      return nothingNew ? new Ruling.Confirmed(here) : new Ruling.Outranked(here);
    }
    if (nothingNew && !claim.rank().outranks(here.rank())) {
      return new Ruling.Confirmed(here);
    }
    var valid = upTo(claim, end == null ? here.valid().to() : end);
    return written(claim, valid, here, next(claim));
  }

  private Ruling other(Claim claim, Row here) {
    if (here.rank().outranks(claim.rank()) && !claim.decided()) {
      return new Ruling.Outranked(here);
    }
    var start = claim.stated().from();
    if (!claim.decided()
        && here.rank() == claim.rank()
        && (here.valid().from().equals(start) || anchoredAt(claim))) {
      return new Ruling.Tied(here);
    }
    var valid = upTo(claim, claim.stated().to());
    return written(claim, valid, here, valid.to());
  }

  private Ruling written(Claim claim, Interval valid, Row here, @Nullable Instant resumes) {
    var kept = new ArrayList<Interval>();
    kept.add(new Interval(here.valid().from(), claim.stated().from()));
    if (resumes != null) {
      kept.add(new Interval(resumes, here.valid().to()));
    }
    kept.removeIf(Interval::isEmpty);
    return new Ruling.Written(valid, here, List.copyOf(kept));
  }

  private Interval upTo(Claim claim, @Nullable Instant end) {
    return new Interval(claim.stated().from(), Interval.earlier(end, next(claim)));
  }

  /** The next instant after the claim's start that somebody else has spoken about. */
  private @Nullable Instant next(Claim claim) {
    return Stream.concat(
            rows.stream().map(row -> row.valid().from()),
            anchors.stream()
                .filter(anchor -> !claim.rank().outranks(anchor.rank()) && holds(anchor))
                .map(Anchor::at))
        .filter(claim.stated().from()::isBefore)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private boolean anchoredAt(Claim claim) {
    return anchors.stream()
        .anyMatch(
            anchor ->
                anchor.at().equals(claim.stated().from())
                    && !claim.rank().outranks(anchor.rank())
                    && holds(anchor));
  }

  private boolean holds(Anchor anchor) {
    return rowAt(anchor.at()).filter(row -> row.value().equals(anchor.value())).isPresent();
  }

  private Optional<Row> rowAt(Instant instant) {
    return rows.stream().filter(row -> row.valid().contains(instant)).findFirst();
  }
}
