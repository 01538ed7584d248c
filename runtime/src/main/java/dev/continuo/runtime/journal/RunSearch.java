package dev.continuo.runtime.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds runs by what the owner types, in bounded time however many runs there are.
 *
 * <p>A frequent word is found by looking through the newest runs, a rare one in the index of words;
 * the planner cannot tell which is which. So the newest runs come first, and only where they do not
 * fill the page, the word is rare and the index has few rows to fetch.
 */
final class RunSearch {
  private static final int NEWEST = 5_000;
  private static final String ORDER = " ORDER BY started_at DESC, run_key DESC LIMIT ";
  private static final String MATCHES = "to_tsvector('simple', title) @@ to_tsquery('simple', ?)";

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;

  /**
   * @param reading a read-only transaction
   */
  RunSearch(JdbcClient jdbc, TransactionTemplate reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  List<RunRow> find(RunFilter filter, String text, @Nullable String after, int limit) {
    List<RunRow> exact = exactly(filter, text, after, limit);
    String words = words(text);
    if (!exact.isEmpty() || words.isEmpty()) {
      return exact;
    }
    Conditions where = Conditions.of(filter, after);
    List<RunRow> newest = amongNewest(where, words, limit);
    return newest.size() == limit || fewerThanNewest(where) ? newest : inIndex(where, words, limit);
  }

  /** A run's number or start key, given in full, is found without looking at titles. */
  private List<RunRow> exactly(RunFilter filter, String text, @Nullable String after, int limit) {
    Conditions where = Conditions.of(filter, after);
    if (text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      where.add("(run_key = ? OR start_key = ?)", Long.valueOf(text), text);
    } else {
      where.add("start_key = ?", Projection.exactly(text));
    }
    return jdbc.sql("SELECT * FROM run " + where.sql() + ORDER + "?")
        .params(where.values())
        .param(limit)
        .query(RunRow::read)
        .list();
  }

  private List<RunRow> amongNewest(Conditions where, String words, int limit) {
    return jdbc.sql(
            "SELECT * FROM (SELECT * FROM run "
                + where.sql()
                + ORDER
                + NEWEST
                + ") AS newest WHERE "
                + MATCHES
                + ORDER
                + "?")
        .params(where.values())
        .param(words)
        .param(limit)
        .query(RunRow::read)
        .list();
  }

  private boolean fewerThanNewest(Conditions where) {
    return jdbc.sql(
            "SELECT count(*) < "
                + NEWEST
                + " FROM (SELECT 1 FROM run "
                + where.sql()
                + ORDER
                + NEWEST
                + ") AS newest")
        .params(where.values())
        .query(Boolean.class)
        .single();
  }

  private List<RunRow> inIndex(Conditions where, String words, int limit) {
    return Objects.requireNonNull(
        reading.execute(
            status -> {
              jdbc.sql(
                      "SELECT set_config('enable_indexscan', 'off', true),"
                          + " set_config('enable_seqscan', 'off', true)")
                  .query((row, number) -> row.getString(1))
                  .list();
              return jdbc.sql(
                      "WITH hit AS MATERIALIZED (SELECT * FROM run WHERE "
                          + MATCHES
                          + ") SELECT * FROM hit "
                          + where.sql()
                          + ORDER
                          + "?")
                  .param(words)
                  .params(where.values())
                  .param(limit)
                  .query(RunRow::read)
                  .list();
            }));
  }

  /** Words as a full-text query; the last one may be incomplete. */
  static String words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && words.size() < 12) {
        words.add(word);
      }
    }
    return words.isEmpty() ? "" : String.join(" & ", words) + ":*";
  }
}
