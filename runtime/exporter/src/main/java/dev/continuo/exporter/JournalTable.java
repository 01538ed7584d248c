package dev.continuo.exporter;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/** The journal of one partition in PostgreSQL, over one connection that is opened when needed. */
final class JournalTable implements AutoCloseable {
  private static final String COPY =
      "COPY journal (" + CopyBytes.COLUMNS + ") FROM STDIN (FORMAT binary)";

  private final Target target;
  private final int partition;
  private @Nullable Connection connection;

  JournalTable(Target target, int partition) {
    this.target = target;
    this.partition = partition;
  }

  /** Reads the mark, beginning an empty one for a new partition. */
  Mark mark() throws SQLException {
    Connection sql = connection();
    try (PreparedStatement begin =
            sql.prepareStatement(
                "INSERT INTO journal_mark (part, pos, ts, key) VALUES (?, 0, 'epoch', 0)"
                    + " ON CONFLICT DO NOTHING");
        PreparedStatement read =
            sql.prepareStatement("SELECT pos, ts, key FROM journal_mark WHERE part = ?")) {
      begin.setInt(1, partition);
      begin.executeUpdate();
      read.setInt(1, partition);
      try (ResultSet row = read.executeQuery()) {
        row.next();
        Mark mark = new Mark(row.getLong(1), row.getTimestamp(2).getTime(), row.getLong(3));
        sql.commit();
        return mark;
      }
    }
  }

  /** The stored record at a position, if any. */
  @Nullable Mark stored(long position) throws SQLException {
    Connection sql = connection();
    try (PreparedStatement read =
        sql.prepareStatement("SELECT ts, key FROM journal WHERE part = ? AND pos = ?")) {
      read.setInt(1, partition);
      read.setLong(2, position);
      try (ResultSet row = read.executeQuery()) {
        Mark found =
            row.next() ? new Mark(position, row.getTimestamp(1).getTime(), row.getLong(2)) : null;
        sql.commit();
        return found;
      }
    }
  }

  /** Leaves word for the app; null takes it back. */
  void problem(@Nullable String sentence) throws SQLException {
    Connection sql = connection();
    try (PreparedStatement write =
        sql.prepareStatement(
            "UPDATE journal_mark SET problem = ?"
                + " WHERE part = ? AND problem IS DISTINCT FROM ?")) {
      write.setString(1, sentence);
      write.setInt(2, partition);
      write.setString(3, sentence);
      write.executeUpdate();
      sql.commit();
    }
  }

  /**
   * Stores the rows and moves the mark in one transaction, and wakes the app.
   *
   * @return false when another exporter has moved the mark meanwhile: nothing is stored then
   */
  boolean append(List<JournalRow> rows, Mark expected) throws SQLException, IOException {
    Connection sql = connection();
    byte[] bytes = CopyBytes.of(rows);
    Mark next = Mark.of(rows.getLast());
    // the mark first: a second exporter waits for this row and is then refused without a copy
    try (PreparedStatement move =
        sql.prepareStatement(
            "UPDATE journal_mark SET pos = ?, ts = ?, key = ? WHERE part = ? AND pos = ?")) {
      move.setLong(1, next.position());
      move.setTimestamp(2, new Timestamp(next.millis()));
      move.setLong(3, next.key());
      move.setInt(4, partition);
      move.setLong(5, expected.position());
      if (move.executeUpdate() == 0) {
        sql.rollback();
        return false;
      }
    }
    var copy = sql.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    try (Statement wake = sql.createStatement()) {
      wake.execute("NOTIFY journal");
    }
    sql.commit();
    return true;
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = new Driver().connect(target.jdbcUrl(), target.connectionProperties());
      if (open == null) {
        throw new SQLException("PostgreSQL's driver does not know " + target.jdbcUrl());
      }
      open.setAutoCommit(false);
      connection = open;
    }
    return open;
  }

  /** Drops the connection; the next use opens a new one. */
  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // it is gone either way, and PostgreSQL rolls back what was not committed
      }
    }
  }
}
