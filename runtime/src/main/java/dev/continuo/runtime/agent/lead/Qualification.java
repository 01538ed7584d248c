package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.Contract;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the executor role is told by the table: the process variable {@code qualification}.
 *
 * @param action {@code answer}, {@code decline} or {@code park}
 * @param rows the rows that hit
 */
record Qualification(
    @Nullable Integer fit,
    String action,
    @Nullable Integer answerWithinHours,
    @Nullable String reason,
    @Nullable List<Row> rows,
    @Nullable String title,
    @Nullable Integer version) {

  static final Contract<Qualification> CONTRACT = Contract.of("qualification", Qualification.class);

  record Row(int number, String words) {}

  boolean declines() {
    return action.equals("decline");
  }

  int hours() {
    return answerWithinHours == null ? 24 : answerWithinHours;
  }

  /** Each row that hit, in words. */
  List<String> rules() {
    String table = Objects.requireNonNullElse(title, "Lead qualification");
    return rows == null
        ? List.of()
        : rows.stream()
            .map(
                row ->
                    "%s%s, row %d: %s"
                        .formatted(
                            table,
                            version == null ? "" : " v" + version,
                            row.number(),
                            row.words()))
            .toList();
  }
}
