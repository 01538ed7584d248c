package dev.continuo.runtime.engine.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.engine.DataFolder;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.EnginePlace;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.EnginesSpec;
import dev.continuo.runtime.engine.ProcessState;
import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.StatusFile;
import dev.continuo.runtime.engine.testing.TestFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a PostgreSQL whose application was killed. */
@Tag("apart")
class CliIT {

  @TempDir Path folder;

  @Test
  void seesReportsAndStopsWhatAKilledAppLeftBehind() throws IOException {
    DataFolder data = TestFolders.open(folder.resolve("data"));
    StatusFile.of(data.root(), "app")
        .write(ProcessStatus.ofThisProcess("app", ProcessState.RUNNING, "1.0", 8080));
    Engines engines =
        Engines.start(EnginesSpec.none(data).with(EngineName.POSTGRES, new EnginePlace.Managed(0)));
    engines.awaitReady();
    ProcessStatus postgres = engines.statuses().getFirst();

    String running = cli("status", "--json", "--data", data.root().toString());

    assertThat(running)
        .contains(
            "{\"name\":\"app\",\"pid\":"
                + ProcessHandle.current().pid()
                + ",\"state\":\"running\",\"rssMiB\":")
        .contains(
            "{\"name\":\"postgres\",\"pid\":"
                + postgres.pid()
                + ",\"state\":\"running\",\"rssMiB\":")
        .contains("\"version\":\"18.6.0\",\"port\":" + postgres.port() + "}")
        .contains(
            "{\"name\":\"zeebe\",\"pid\":null,\"state\":\"stopped\",\"rssMiB\":null,\"version\":\"\",\"port\":null}");

    engines.abandon();
    StatusFile.of(data.root(), "app").write(ProcessStatus.stopped("app", "1.0"));
    data.close();

    assertThat(cli("doctor", "--data=" + data.root()))
        .contains("PostgreSQL runs without Continuo, process " + postgres.pid());
    assertThat(cli("stop", "--data=" + data.root())).contains("Continuo is stopped.");
    assertThat(cli("doctor", "--data=" + data.root()))
        .contains("PROBLEM  Zeebe's folder")
        .contains("./continuo adopt");
    Files.writeString(data.root().resolve("run/journal-problem"), "The log is another one.\n");
    assertThat(cli("doctor", "--data=" + data.root()))
        .contains("PROBLEM  The journal stands")
        .contains("The log is another one.")
        .contains("./continuo adopt");
    assertThat(cli("adopt", "--data=" + data.root())).contains("At the next start");
    assertThat(cli("doctor", "--data=" + data.root()))
        .contains("ok       The next start takes over the process engine")
        .doesNotContain("PROBLEM  The journal");
    assertThat(ProcessHandle.of(postgres.pid()).map(ProcessHandle::isAlive).orElse(false))
        .isFalse();
    assertThat(cli("status", "--json", "--data=" + data.root())).doesNotContain("running");
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThat(cli("dance")).contains("There is no command 'dance'");
    assertThat(cli("status", "--loud")).contains("'--loud' is not understood");
    assertThat(cli("token", "create", "--data=" + folder)).contains("does not run on");
  }

  private static String cli(String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      Cli.run(Stream.of(words).toList(), out, out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
