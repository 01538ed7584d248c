package dev.continuo.runtime.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cap is counted over. */
public enum Scope {
  MONTH,
  DAY,
  /** One client in a month. */
  CLIENT,
  RUN,
  CALL;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the owner's answers about it are kept under. */
  String answersKey(Work work, LocalDate day) {
    String row = key(work, day);
    return row == null ? word() + ":" + day : row;
  }

  /** The row that counts it; null where there is nothing to count over. */
  @Nullable String key(Work work, LocalDate day) {
    return switch (this) {
      case MONTH -> "month:" + YearMonth.from(day);
      case DAY -> "day:" + day;
      case CLIENT ->
          work.client() == null ? null : "client:" + YearMonth.from(day) + ":" + work.client();
      case RUN -> work.runKey() == null ? null : "run:" + work.runKey();
      case CALL -> null;
    };
  }
}
