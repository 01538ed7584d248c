package dev.continuo.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.continuo.runtime.engine.testing.TestEngines;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ZeebeIT {

  private final EngineAddresses server = TestEngines.shared().zeebe();

  @Test
  void answersATopologyAndProcesses() {
    assertThat(server.zeebeGrpc()).startsWith("http://127.0.0.1:");
    assertThatCode(() -> GrpcTopology.ask(URI.create(server.zeebeGrpc()).getPort()))
        .doesNotThrowAnyException();
    assertThatCode(() -> ZeebeProbe.processing(URI.create(server.zeebeRest()).getPort()))
        .doesNotThrowAnyException();
  }
}
