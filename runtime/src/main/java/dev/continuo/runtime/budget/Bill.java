package dev.continuo.runtime.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bill of a month, in micro-euros.
 *
 * @param spent by settled rounds
 * @param reserved by rounds under way, at their most
 * @param told by other programs
 * @param refused how many rounds a cap stood in the way of
 * @param forecast of the month's end; null for a month that is over or while nothing was spent
 */
public record Bill(
    YearMonth month,
    long plan,
    long spent,
    long reserved,
    long told,
    int rounds,
    int refused,
    @Nullable Forecast forecast,
    List<Part> byClient,
    List<Part> byFlow,
    List<Part> byTier,
    List<Part> byModel,
    List<Day> days) {
  public Bill {
    byClient = List.copyOf(byClient);
    byFlow = List.copyOf(byFlow);
    byTier = List.copyOf(byTier);
    byModel = List.copyOf(byModel);
    days = List.copyOf(days);
  }

  /** All that is gone. */
  public long gone() {
    return spent + reserved + told;
  }

  /**
   * What the month will have cost, should it go on as it began.
   *
   * @param low and high: by how much its days differed so far
   */
  public record Forecast(long low, long middle, long high) {}

  /**
   * A part of the bill.
   *
   * @param key the client's id, the flow's id, the tier or the model; empty for what belongs to
   *     none
   */
  public record Part(String key, long micros, int rounds, long tokensIn, long tokensOut) {}

  /** One day. */
  public record Day(LocalDate day, long micros) {}

  /**
   * How good one kind of work may be.
   *
   * @param now by what is spent
   * @param atEase by the same table with nothing spent
   */
  public record Standing(String task, Fidelity now, Fidelity atEase) {
    /** Whether something is saved on. */
    public boolean degraded() {
      return !now.tier().equals(atEase.tier())
          || now.recallDepth() < atEase.recallDepth()
          || now.summaryLength() < atEase.summaryLength()
          || now.pace() != atEase.pace();
    }
  }
}
