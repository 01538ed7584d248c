package dev.continuo.runtime.connector.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The messages that could not be read, so that none vanishes. */
public final class UnreadableMails {
  private static final String COLUMNS =
      "select item_id, document_id, kept_at, origin, why, arrived_at from unreadable_mail ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;

  UnreadableMails(
      JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.events = events;
  }

  /** The newest ones, newest first. */
  public List<UnreadableMail> latest(int limit) {
    return jdbc.sql(COLUMNS + "order by arrived_at desc, item_id limit :limit")
        .param("limit", limit)
        .query((row, n) -> mail(row))
        .list();
  }

  /** One of them. */
  public Optional<UnreadableMail> find(String itemId) {
    return jdbc.sql(COLUMNS + "where item_id = :id")
        .param("id", itemId)
        .query((row, n) -> mail(row))
        .optional();
  }

  /** Keeps an item and tells of it, the first time. */
  void add(UnreadableMail mail) {
    transactions.executeWithoutResult(
        tx -> {
          int added =
              jdbc.sql(
                      """
                      insert into unreadable_mail (item_id, document_id, kept_at, origin, why, arrived_at)
                      values (?, ?, ?, ?, ?, ?) on conflict (item_id) do nothing""")
                  .param(mail.itemId())
                  .param(mail.documentId())
                  .param(mail.keptAt())
                  .param(mail.origin())
                  .param(mail.why())
                  .param(Timestamp.from(mail.arrivedAt()))
                  .update();
          if (added == 1) {
            events.publishEvent(new UnreadableMailArrived(mail));
          }
        });
  }

  private static UnreadableMail mail(ResultSet row) throws SQLException {
    return new UnreadableMail(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getTimestamp(6).toInstant());
  }
}
