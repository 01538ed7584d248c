package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Data folders for tests. PostgreSQL's programs are unpacked once for all of them. */
public final class TestFolders {

  private static final String UNPACKED = "continuo.home.engines.postgres";

  private TestFolders() {}

  /**
   * Opens a data folder whose unpacked engines are shared with the other test folders of this
   * checkout.
   */
  public static DataFolder open(Path folder) {
    if (System.getProperty(UNPACKED) == null) {
      Path unpacked = SourceTree.root().resolve("runtime/engines/supervisor/target/unpacked");
      System.setProperty(UNPACKED, unpacked.toString());
    }
    return DataFolder.open(folder);
  }

  /** Kills a process and its children, and waits for the end of it. */
  public static void kill(ProcessHandle process) {
    List<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture<?>[] ends =
        family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
  }

  /** Deletes a test folder; symbolic links are removed, not followed. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
