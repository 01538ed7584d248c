package dev.continuo.designer.people;

import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The owner. There is at most one, and the first who asks becomes it. */
public class People {
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;

  private final JdbcClient jdbc;
  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT, HASH, 1, MEMORY_KIB, ITERATIONS);
  private volatile boolean known;

  People(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the house has an owner. */
  public boolean hasOwner() {
    if (!known) {
      known = owner().isPresent();
    }
    return known;
  }

  /** The owner, once there is one. */
  public Optional<Owner> owner() {
    return jdbc.sql("select name, email from owner")
        .query((row, n) -> new Owner(row.getString(1), row.getString(2)))
        .optional();
  }

  /**
   * Makes the first person the owner. Of two at once one wins: the table holds one row.
   *
   * @throws OwnerExists when there is an owner
   * @throws IllegalArgumentException when the password breaks a rule
   */
  public Owner claim(String name, String email, String password) {
    if (hasOwner()) {
      throw new OwnerExists();
    }
    if (!PasswordRule.allHold(password, name, email)) {
      throw new IllegalArgumentException("The password breaks a rule of the first-start page.");
    }
    try {
      jdbc.sql("insert into owner (name, email, password_hash) values (?, ?, ?)")
          .params(name.strip(), email.strip(), Objects.requireNonNull(argon2.encode(password)))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new OwnerExists();
    }
    return new Owner(name.strip(), email.strip());
  }

  /** The owner, when e-mail and password are theirs. One at a time: a hash costs 19 MiB. */
  synchronized Optional<Owner> verify(String email, String password) {
    return jdbc.sql("select name, email, password_hash from owner")
        .query(
            (row, n) -> {
              boolean right = argon2.matches(password, row.getString(3));
              boolean same = row.getString(2).equalsIgnoreCase(email.strip());
              return right && same
                  ? Optional.of(new Owner(row.getString(1), row.getString(2)))
                  : Optional.<Owner>empty();
            })
        .optional()
        .flatMap(found -> found);
  }
}
