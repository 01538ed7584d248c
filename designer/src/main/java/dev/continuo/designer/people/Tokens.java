package dev.continuo.designer.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Personal access tokens of the API. A token is 256 random bits behind a recognisable prefix; only
 * its SHA-256 is kept, so it is shown once.
 */
public class Tokens {
  private static final String PREFIX = "cnt_";
  private static final int NAME_LIMIT = 80;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  Tokens(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes a token.
   *
   * @param name what it is for
   * @return the token itself, which nobody can read again
   */
  public String create(String name) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    String kept = name.isBlank() ? "Token" : name.strip();
    jdbc.sql("insert into access_token (id, name, token_hash) values (?, ?, ?)")
        .params(
            UUID.randomUUID(), kept.substring(0, Math.min(NAME_LIMIT, kept.length())), hash(token))
        .update();
    return token;
  }

  /** The tokens that open the API, newest first. */
  public List<AccessToken> list() {
    return jdbc.sql(
            "select id, name, created_at, last_used_at from access_token"
                + " where revoked_at is null order by created_at desc")
        .query(Tokens::token)
        .list();
  }

  /** Closes the API for a token, at once and for good. */
  public void revoke(UUID id) {
    jdbc.sql("update access_token set revoked_at = now() where id = ? and revoked_at is null")
        .param(id)
        .update();
  }

  /** The token's record, when it opens the API; notes its use once a minute. */
  Optional<AccessToken> open(String token) {
    if (!token.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Optional<AccessToken> found =
        jdbc.sql(
                "select id, name, created_at, last_used_at from access_token"
                    + " where token_hash = ? and revoked_at is null")
            .param(hash(token))
            .query(Tokens::token)
            .optional();
    found.filter(Tokens::usedLongAgo).ifPresent(this::noteUse);
    return found;
  }

  private void noteUse(AccessToken token) {
    jdbc.sql("update access_token set last_used_at = now() where id = ?")
        .param(token.id())
        .update();
  }

  private static boolean usedLongAgo(AccessToken token) {
    Instant last = token.lastUsedAt();
    return last == null || last.isBefore(Instant.now().minusSeconds(60));
  }

  private static AccessToken token(ResultSet row, int n) throws SQLException {
    return new AccessToken(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        instant(row.getTimestamp(4)));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
