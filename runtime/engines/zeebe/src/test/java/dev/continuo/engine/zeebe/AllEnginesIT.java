package dev.continuo.engine.zeebe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessState;
import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.testing.TestFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One start of all three engines, looked at from outside, then hurt, then ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("apart")
class AllEnginesIT {

  @TempDir static Path folder;
  private static DataFolder data;
  private static Engines engines;

  @BeforeAll
  static void start() {
    data = TestFolders.open(folder.resolve("data"));
    engines = Engines.start(EnginesSpec.managed(data));
    engines.awaitReady();
  }

  @AfterAll
  static void end() {
    engines.close();
    data.close();
  }

  @Test
  @Order(1)
  void listenOnLoopbackOnlyWithUdpToo() throws Exception {
    Sockets sockets = Sockets.listeningOf(pids());

    assertThat(sockets.all()).hasSizeGreaterThanOrEqualTo(7).allMatch(Sockets.Socket::loopback);
    assertThat(sockets.all()).extracting(Sockets.Socket::protocol).contains("udp");
  }

  @Test
  @Order(2)
  void comeBackOnTheirPortsWhenZeebeIsKilled() {
    ProcessStatus before = status(EngineName.ZEEBE);

    engines.kill(EngineName.ZEEBE);

    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              ProcessStatus now = status(EngineName.ZEEBE);
              assertThat(now.state()).isEqualTo(ProcessState.RUNNING);
              assertThat(now.pid()).isNotEqualTo(before.pid());
              assertThat(now.port()).isEqualTo(before.port());
            });
  }

  @Test
  @Order(3)
  void areAllGoneAfterTheOrderlyEnd() {
    List<Long> pids = pids();

    engines.close();

    assertThat(pids)
        .hasSize(3)
        .noneMatch(pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }

  private static List<Long> pids() {
    return engines.statuses().stream().map(ProcessStatus::pid).toList();
  }

  private static ProcessStatus status(EngineName name) {
    Map<String, ProcessStatus> byName =
        engines.statuses().stream()
            .collect(Collectors.toMap(ProcessStatus::name, Function.identity()));
    return byName.get(name.id());
  }
}
