package dev.continuo.runtime.erasure;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents that are filed under somebody, read or still waiting. The same content may be filed
 * under several; it goes with the last of them.
 */
final class FiledDocuments {
  private static final String THEIRS =
      "(owner_key = any(:keys) or coalesce(carrier_key, '') = any(:keys))";

  private final JdbcClient jdbc;

  FiledDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> under(Collection<String> entityKeys) {
    return jdbc.sql("select distinct document_id from filed_document where " + THEIRS)
        .param("keys", ErasedRows.array(entityKeys))
        .query(String.class)
        .list();
  }

  List<String> alsoUnderOthers(Collection<String> documentIds, Collection<String> entityKeys) {
    return jdbc.sql(
            "select distinct document_id from filed_document where document_id = any(:ids) and not "
                + THEIRS)
        .param("ids", ErasedRows.array(documentIds))
        .param("keys", ErasedRows.array(entityKeys))
        .query(String.class)
        .list();
  }

  /** Waits for one that is being remembered right now. */
  void erase(Collection<String> entityKeys) {
    jdbc.sql("delete from filed_document where " + THEIRS)
        .param("keys", ErasedRows.array(entityKeys))
        .update();
  }
}
