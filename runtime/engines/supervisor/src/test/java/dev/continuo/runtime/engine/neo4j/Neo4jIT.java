package dev.continuo.runtime.engine.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.testing.TestEngines;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class Neo4jIT {

  private final EngineAddresses server = TestEngines.shared().neo4j();
  private final int port = URI.create(server.boltUri()).getPort();

  @Test
  void answersAQueryWithTheRandomPassword() {
    assertThat(server.neo4jPassword()).hasSize(64);
    assertThatCode(
            () -> BoltConversation.returnOne(port, server.neo4jUser(), server.neo4jPassword()))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesTheFactoryPassword() {
    assertThatThrownBy(() -> BoltConversation.returnOne(port, "neo4j", "neo4j"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Unauthorized");
  }
}
