package dev.continuo.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void isReadableByItsOwnerOnlyWithItsSecrets() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("new/data"))) {
      String secret = data.secret("postgres");

      assertThat(secret)
          .matches("[0-9a-f]{64}")
          .isEqualTo(data.secret("postgres"))
          .isNotEqualTo(data.secret("neo4j"));
      assertThat(permissions(data.root())).isEqualTo("rwx------");
      assertThat(permissions(data.root().resolve("secrets"))).isEqualTo("rwx------");
      assertThat(permissions(data.root().resolve("secrets/postgres"))).isEqualTo("rw-------");
    }
  }

  @Test
  void letsTheNextOneInAfterItWasClosed() {
    DataFolder.open(folder).close();

    DataFolder.open(folder).close();
  }

  @Test
  void leadsNowhereElse() {
    try (DataFolder data = DataFolder.open(folder)) {
      assertThatThrownBy(() -> data.path("../elsewhere"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> data.secret("../run/lock"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void remembersFreePortsAndPicksAnewWhatAStrangerTook() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Ports first = new Ports(data);
      int port = first.port("neo4j", 0, false);
      first.save();

      assertThat(new Ports(data).port("neo4j", 0, false)).isEqualTo(port);
      assertThat(new Ports(data).port("neo4j", 7687, false)).isEqualTo(7687);
      try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(stranger.getLocalPort()).isEqualTo(port);
        assertThat(new Ports(data).port("neo4j", 0, false)).isNotEqualTo(port);
        assertThat(new Ports(data).port("neo4j", 0, true)).isEqualTo(port);
      }
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
