package dev.continuo.runtime.connector.calendar;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFolderTests {
  @Test
  void filesThatAreRenamedMeanwhileDoNotStopTheReading(@TempDir Path folder) throws Exception {
    var calendars = new CalendarFolder(folder);
    try (var writer = Executors.newSingleThreadExecutor()) {
      var writing =
          writer.submit(
              () -> {
                for (int n = 0; n < 3_000; n++) {
                  Path part = Files.createTempFile(folder, ".hold", ".part");
                  Files.move(
                      part,
                      folder.resolve("hold-" + n % 5 + ".ics"),
                      StandardCopyOption.REPLACE_EXISTING);
                }
                return null;
              });
      while (!writing.isDone()) {
        assertThatCode(
                () -> calendars.busy(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), ZoneOffset.UTC))
            .doesNotThrowAnyException();
      }
      writing.get();
    }
  }
}
