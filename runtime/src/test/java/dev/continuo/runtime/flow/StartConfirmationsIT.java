package dev.continuo.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.connector.ConnectorDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("apart")
class StartConfirmationsIT {
  private static JdbcClient jdbc;

  @BeforeAll
  static void migrate() {
    jdbc = ConnectorDatabase.fresh().jdbc();
  }

  @Test
  void aRunIsKnownAtOnceAndUntilItIsWritten() {
    List.of("a", "b", "c").forEach(StartConfirmationsIT::trigger);
    var confirmations = new StartConfirmations(jdbc);
    confirmations.keep("a", 1);
    confirmations.keep("b", 2);
    assertThat(confirmations.unwritten("a")).contains(1L);
    assertThat(run("a")).isEmpty();
    confirmations.now(Map.of("a", 1L));
    assertThat(confirmations.unwritten("a")).isEmpty();
    assertThat(run("a")).contains(1L);
    assertThat(confirmations.unwritten("b")).contains(2L);
    confirmations.writeOpen();
    assertThat(run("b")).contains(2L);
    assertThat(run("c")).isEmpty();
  }

  @Test
  void theFirstConfirmationStays() {
    trigger("twice");
    var confirmations = new StartConfirmations(jdbc);
    confirmations.now(Map.of("twice", 3L));
    confirmations.now(Map.of("twice", 4L));
    assertThat(run("twice")).contains(3L);
  }

  private static void trigger(String key) {
    jdbc.sql(
            "INSERT INTO start_trigger(trigger_key, flow_id, origin, variables) VALUES (?, 'f', 'test', '{}')")
        .param(key)
        .update();
  }

  private static java.util.Optional<Long> run(String key) {
    return jdbc.sql(
            "SELECT run_key FROM start_trigger WHERE trigger_key = ? AND confirmed_at IS NOT NULL")
        .param(key)
        .query(Long.class)
        .optional();
  }
}
