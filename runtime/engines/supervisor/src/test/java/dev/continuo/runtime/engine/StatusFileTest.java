package dev.continuo.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {

  @TempDir Path folder;

  @Test
  void givesBackWhatWasWrittenAlsoWithOddWords() throws Exception {
    ProcessStatus written =
        new ProcessStatus(
            "zeebe",
            ProcessState.FAILED,
            42,
            Instant.parse("2026-11-22T10:15:30Z"),
            "8.5.8",
            26500,
            "f1",
            "It said \"no\"\\ and\nleft {\"pid\": 7}\u0007.");

    StatusFile.of(folder, "zeebe").write(written);

    assertThat(StatusFile.of(folder, "zeebe").read()).contains(written);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("run/zeebe.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void isEmptyWhenThereIsNoneOrItIsDamaged() throws Exception {
    assertThat(StatusFile.of(folder, "app").read()).isEmpty();
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(folder.resolve("run/app.json"), "{\"started\":\"yesterday\"");

    assertThat(StatusFile.of(folder, "app").read()).isEmpty();
  }

  @Test
  void doesNotTakeAStrangerWithARecycledPidForTheProcess() {
    ProcessStatus recycled =
        new ProcessStatus(
            "app",
            ProcessState.RUNNING,
            ProcessHandle.current().pid(),
            Instant.parse("2020-01-01T00:00:00Z"),
            "1",
            0,
            "",
            "");

    assertThat(recycled.living()).isEmpty();
    assertThat(ProcessStatus.ofThisProcess("app", ProcessState.RUNNING, "1", 0).living())
        .isPresent();
  }
}
