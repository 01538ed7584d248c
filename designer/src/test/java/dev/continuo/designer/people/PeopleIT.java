package dev.continuo.designer.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.testing.TestEngines;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PeopleIT {
  private static final String PASSWORD = "a calm river in May";
  private JdbcClient jdbc;

  @BeforeEach
  void freshDatabase() {
    EngineAddresses at = TestEngines.shared().freshDatabase();
    var source = new DriverManagerDataSource(at.jdbcUrl(), at.dbUser(), at.dbPassword());
    Flyway.configure().dataSource(source).load().migrate();
    jdbc = JdbcClient.create(source);
  }

  @Test
  void letsTheFirstPersonBecomeTheOwner() {
    People people = new People(jdbc);
    assertThat(people.hasOwner()).isFalse();

    people.claim("Nora Lindqvist", "nora@studio.example", PASSWORD);

    assertThat(people.hasOwner()).isTrue();
    assertThat(people.verify("NORA@studio.example ", PASSWORD)).isPresent();
    assertThat(people.verify("nora@studio.example", PASSWORD + "!")).isEmpty();
    assertThat(people.verify("kim@studio.example", PASSWORD)).isEmpty();
  }

  @Test
  void keepsThePasswordOnlyAsArgon2id() {
    new People(jdbc).claim("Nora Lindqvist", "nora@studio.example", PASSWORD);

    String kept = jdbc.sql("select password_hash from owner").query(String.class).single();

    assertThat(kept).startsWith("$argon2id$").contains("m=19456,t=2,p=1").doesNotContain("river");
  }

  @Test
  void ofManyAtOnceExactlyOneBecomesTheOwner() throws Exception {
    int many = 6;
    CyclicBarrier together = new CyclicBarrier(many);
    Callable<Boolean> claim =
        () -> {
          People people = new People(jdbc);
          together.await();
          try {
            people.claim("Nora " + Thread.currentThread().threadId(), "n@studio.example", PASSWORD);
            return true;
          } catch (OwnerExists taken) {
            return false;
          }
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(many)) {
      List<Future<Boolean>> claims =
          pool.invokeAll(Stream.generate(() -> claim).limit(many).toList());
      long won = 0;
      for (Future<Boolean> one : claims) {
        won += one.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void refusesASecondOwnerAndAWeakPassword() {
    People people = new People(jdbc);
    assertThatThrownBy(() -> people.claim("Nora", "n@studio.example", "short"))
        .isInstanceOf(IllegalArgumentException.class);
    people.claim("Nora", "n@studio.example", PASSWORD);
    assertThatThrownBy(() -> new People(jdbc).claim("Kim", "k@studio.example", PASSWORD))
        .isInstanceOf(OwnerExists.class)
        .hasMessageContaining("already has an owner");
  }

  @Test
  void aTokenOpensUntilItIsRevokedAndIsNeverKept() {
    Tokens tokens = new Tokens(jdbc);
    String token = tokens.create("Website form");

    AccessToken opened = tokens.open(token).orElseThrow();
    assertThat(opened.name()).isEqualTo("Website form");
    assertThat(tokens.list().getFirst().lastUsedAt()).isNotNull();
    assertThat(tokens.open(token + "x")).isEmpty();
    assertThat(tokens.open("cnt_")).isEmpty();
    assertThat(jdbc.sql("select access_token::text from access_token").query(String.class).list())
        .noneMatch(row -> row.contains(token.substring(4)));

    tokens.revoke(opened.id());
    assertThat(tokens.open(token)).isEmpty();
    assertThat(tokens.list()).isEmpty();
  }
}
