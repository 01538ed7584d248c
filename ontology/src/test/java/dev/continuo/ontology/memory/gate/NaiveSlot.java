package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.SourceRank;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A functional slot in the plainest way: one cell per day, and a copy of all cells per write. A day
 * is "spoken about" when a source stated something from that day on.
 */
public final class NaiveSlot {

  /** What one source says: days from, to (exclusive, or null), value, rank. */
  public record Said(int from, @Nullable Integer to, String value, SourceRank rank) {}

  private record Cell(String value, SourceRank rank) {}

  private record Spoken(int day, String value, SourceRank rank) {}

  private final int days;
  private final List<@Nullable Cell[]> copies = new ArrayList<>();
  private @Nullable Cell[] cells;
  private final boolean[] starts;
  private final List<Spoken> repeated = new ArrayList<>();

  public NaiveSlot(int days) {
    this.days = days;
    this.cells = new Cell[days];
    this.starts = new boolean[days];
    copies.add(cells.clone());
  }

  /** Takes it in; answers false when it is for a person to decide. */
  public boolean hear(Said said) {
    var accepted = paint(said);
    copies.add(cells.clone());
    return accepted;
  }

  /** The value on a day, as it was known after so many writes. */
  public @Nullable String value(int day, int afterWrites) {
    var cell = copies.get(afterWrites)[day];
    return cell == null ? null : cell.value();
  }

  /** A person decides for it over what is known; counts at least as much as what it displaces. */
  public void decide(Said said) {
    paint(said, true);
    copies.add(cells.clone());
  }

  /** A person says of the value that holds on that day that it never was so. */
  public void retract(int day) {
    int start = runStart(day);
    int end = runEnd(start);
    for (int d = start; d < end; d++) {
      cells[d] = null;
      starts[d] = false;
    }
    copies.add(cells.clone());
  }

  /** A person replaces the value that holds on that day over its own interval. */
  public void correct(int day, String value) {
    int start = runStart(day);
    int end = runEnd(start);
    var rank = cells[day].rank();
    var person = rank.outranks(SourceRank.HUMAN_APPROVAL) ? rank : SourceRank.HUMAN_APPROVAL;
    for (int d = start; d < end; d++) {
      cells[d] = new Cell(value, person);
    }
    copies.add(cells.clone());
  }

  /** Nothing changes: an item was dismissed. */
  public void nothing() {
    copies.add(cells.clone());
  }

  private int runStart(int day) {
    int start = day;
    while (!starts[start]) {
      start--;
    }
    return start;
  }

  private boolean paint(Said said) {
    return paint(said, false);
  }

  private boolean paint(Said said, boolean decided) {
    var cell = cells[said.from()];
    int stop = stop(said);
    int end = Math.min(said.to() == null ? days : said.to(), stop);
    if (cell == null) {
      fill(said, end);
      return true;
    }
    int runEnd = runEnd(said.from());
    if (cell.value().equals(said.value())) {
      boolean endDiffers = said.to() != null && said.to() != runEnd;
      if (cell.rank().outranks(said.rank()) && !decided) {
        repeated.add(new Spoken(said.from(), said.value(), said.rank()));
        if (endDiffers) {
          repeated.removeLast();
        }
        return !endDiffers;
      }
      if (!endDiffers && !said.rank().outranks(cell.rank())) {
        repeated.add(new Spoken(said.from(), said.value(), said.rank()));
        return true;
      }
      int until = said.to() == null ? Math.min(runEnd, stop) : end;
      for (int day = said.from(); day < Math.min(runEnd, stop); day++) {
        cells[day] = null;
      }
      fill(said, until);
      mark(stop, runEnd);
      return true;
    }
    if (cell.rank().outranks(said.rank()) && !decided) {
      return false;
    }
    if (!decided && cell.rank() == said.rank() && (starts[said.from()] || spokenOn(said))) {
      return false;
    }
    fill(said, end);
    mark(end, runEnd);
    return true;
  }

  private void fill(Said said, int end) {
    for (int day = said.from(); day < end; day++) {
      cells[day] = new Cell(said.value(), said.rank());
    }
    starts[said.from()] = true;
    for (int day = said.from() + 1; day < end; day++) {
      starts[day] = false;
    }
  }

  /** What goes on after a cut begins there. */
  private void mark(int day, int runEnd) {
    if (day < runEnd) {
      starts[day] = true;
    }
  }

  private int runEnd(int from) {
    int day = from + 1;
    while (day < days && cells[day] != null && !starts[day]) {
      day++;
    }
    return day;
  }

  private int stop(Said said) {
    for (int day = said.from() + 1; day < days; day++) {
      int today = day;
      if (starts[day]
          || repeated.stream().anyMatch(r -> r.day() == today && holds(r) && counts(said, r))) {
        return day;
      }
    }
    return days;
  }

  private boolean spokenOn(Said said) {
    return repeated.stream().anyMatch(r -> r.day() == said.from() && holds(r) && counts(said, r));
  }

  private boolean holds(Spoken spoken) {
    var cell = cells[spoken.day()];
    return cell != null && cell.value().equals(spoken.value());
  }

  private static boolean counts(Said said, Spoken spoken) {
    return !said.rank().outranks(spoken.rank());
  }
}
