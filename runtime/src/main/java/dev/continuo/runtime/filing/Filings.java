package dev.continuo.runtime.filing;

import dev.continuo.runtime.document.DocumentText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files documents.
 *
 * <p>Contract: {@code file} joins the caller's transaction and does nothing twice; the text is read
 * and remembered a moment later, also after a crash in between. Safe for many threads.
 */
public final class Filings {
  private static final String WAITS = "It waits for its text to be read.";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Filings(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Files a document; the same one from the same place once. */
  public void file(Filing filing) {
    var house = filing.house();
    var carrier = filing.carrier();
    jdbc.sql(
            """
            insert into filed_document
              (filing_key, document_id, owner_key, house_key, carrier_key, filing)
            values (?, ?, ?, ?, ?, ?::jsonb) on conflict (filing_key) do nothing""")
        .params(
            java.util.Arrays.asList(
                filing.key(),
                filing.documentId(),
                filing.owner().key(),
                house == null ? null : house.key(),
                carrier == null ? null : carrier.key(),
                json.writeValueAsString(filing)))
        .update();
  }

  /** What belongs to somebody with one of these keys, or came from their house; newest first. */
  public List<FiledDocument> of(Collection<String> keys, int limit) {
    return jdbc.sql(
            """
            select f.filing_key, f.document_id, f.filing, f.state, f.why,
                   coalesce(nullif(f.media_type, ''), d.media_type) as media_type, d.size,
                   coalesce(f.characters, 0) as characters
            from filed_document f join document d on d.id = f.document_id
            where f.owner_key = any(:keys) or f.house_key = any(:keys)
            order by f.filed_at desc limit :limit""")
        .param("keys", keys.toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> document(row))
        .list();
  }

  /** One by its key. */
  public Optional<FiledDocument> find(String key) {
    return jdbc.sql(
            """
            select f.filing_key, f.document_id, f.filing, f.state, f.why,
                   coalesce(nullif(f.media_type, ''), d.media_type) as media_type, d.size,
                   coalesce(f.characters, 0) as characters
            from filed_document f join document d on d.id = f.document_id
            where f.filing_key = :key""")
        .param("key", key)
        .query((row, n) -> document(row))
        .optional();
  }

  private FiledDocument document(ResultSet row) throws SQLException {
    var filing = filing(row.getString("filing"));
    var stored = row.getString("state");
    var state = stored == null ? null : DocumentText.State.valueOf(stored);
    return new FiledDocument(
        row.getString("filing_key"),
        row.getString("document_id"),
        filing.name(),
        row.getString("media_type"),
        row.getLong("size"),
        filing.at(),
        state,
        row.getInt("characters"),
        note(state, row.getString("why")));
  }

  static String note(DocumentText.@Nullable State state, @Nullable String why) {
    var reason = Objects.requireNonNullElse(why, "");
    if (state == null) {
      return reason.isEmpty() ? WAITS : WAITS + " " + reason;
    }
    return reason.isEmpty() ? state.sentence() : state.sentence() + " (" + reason + ")";
  }

  private Filing filing(String text) {
    return json.readValue(text, Filing.class);
  }

  /** One that waits, and how often it was begun. */
  record Waiting(String key, Filing filing, int tries) {}

  /** The one that waits longest, begun once more. */
  Optional<Waiting> begin(Collection<String> except) {
    return jdbc.sql(
            """
            update filed_document set tries = tries + 1 where filing_key = (
              select filing_key from filed_document
              where done_at is null and not filing_key = any(:except)
              order by filed_at limit 1)
            returning filing_key, filing, tries""")
        .param("except", except.toArray(String[]::new))
        .query((row, n) -> new Waiting(row.getString(1), filing(row.getString(2)), row.getInt(3)))
        .optional();
  }

  /** Whether it still waits; it stays so until the caller's transaction ends. */
  boolean hold(String key) {
    return jdbc.sql(
            """
            select 1 from filed_document where filing_key = ? and done_at is null for update""")
        .param(key)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** It waits on, and here is why. */
  void postpone(String key, String why) {
    jdbc.sql(
            """
            update filed_document set why = ?, tries = greatest(tries - 1, 0)
            where filing_key = ? and done_at is null""")
        .params(why, key)
        .update();
  }

  void done(String key, DocumentText text) {
    jdbc.sql(
            """
            update filed_document
            set state = ?, media_type = ?, characters = ?, why = ?, done_at = now()
            where filing_key = ?""")
        .params(text.state().name(), text.mediaType(), text.text().length(), text.why(), key)
        .update();
  }
}
