package dev.continuo.runtime.budget;

import dev.continuo.runtime.budget.Bill.Standing;
import java.time.YearMonth;
import java.util.List;

/** What models cost, to read. */
public interface Bills {
  /** The month that it is for the owner. */
  YearMonth thisMonth();

  /** A month as it stands. */
  Bill of(YearMonth month);

  /** How good work may be at present, beside what it may be while money is plenty. */
  List<Standing> standing();

  /** The rounds that a number is made of, newest first. */
  List<Round> rounds(RoundFilter filter, int most);

  /**
   * Sets the plan of a month; it counts at once.
   *
   * @throws IllegalArgumentException when it is out of bounds
   */
  void plan(long euros, String who);
}
