package dev.continuo.designer.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartOptionsTests {
  @Test
  void readsBothSpellings() {
    StartOptions options =
        StartOptions.read(
            List.of("--port", "9000", "--data=a/folder", "--spring.neo4j.uri=bolt://a"));

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.data()).isEqualTo(Path.of("a/folder"));
    assertThat(options.rest()).containsExactly("--spring.neo4j.uri=bolt://a");
  }

  @Test
  void livesInTheHomeFolderByDefault() {
    StartOptions options = StartOptions.read(List.of());
    assertThat(options.port()).isNull();
    assertThat(options.data()).startsWithRaw(Path.of(System.getProperty("user.home")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=many", "--port=0", "--port=70000", "--prot=1", "start", "--port"})
  void saysWhatItCannotRead(String word) {
    assertThatThrownBy(() -> StartOptions.read(List.of(word)))
        .isInstanceOf(StartOptions.Unreadable.class)
        .message()
        .isNotBlank();
  }

  @Test
  void namesATakenPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> FreePort.of(taken.getLocalPort()))
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
    }
  }
}
