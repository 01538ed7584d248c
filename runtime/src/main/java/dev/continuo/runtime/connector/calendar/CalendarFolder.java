package dev.continuo.runtime.connector.calendar;

import dev.continuo.runtime.connector.calendar.ical4j.IcsCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The owner's calendar files. A file is parsed again only when it changed. */
final class CalendarFolder {
  private static final long LARGEST = 20 << 20;

  private final Path folder;
  private final Map<Path, Known> known = new HashMap<>();

  CalendarFolder(Path folder) {
    this.folder = folder;
  }

  private record Known(FileTime changed, long size, @Nullable IcsCalendar calendar, String why) {}

  /**
   * What the files say of a window of time.
   *
   * @param times the times taken
   * @param problems one sentence for each file or event that could not be read
   */
  record Busy(List<BusyTime> times, List<String> problems) {}

  Path file(String name) {
    return folder.resolve(name);
  }

  synchronized Busy busy(Instant from, Instant to, ZoneId zone) {
    List<BusyTime> times = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files()) {
      Known read = read(file);
      IcsCalendar calendar = read.calendar();
      if (calendar == null) {
        problems.add(
            "The calendar file %s could not be read, so its times are not kept free: %s"
                .formatted(file.getFileName(), read.why()));
        continue;
      }
      IcsCalendar.Taken taken = calendar.between(from, to, zone);
      taken.spans().forEach(span -> times.add(new BusyTime(span.start(), span.end())));
      taken.problems().forEach(p -> problems.add(file.getFileName() + ": " + p));
    }
    return new Busy(times, problems);
  }

  private Known read(Path file) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      Known before = known.get(file);
      if (before != null && before.changed().equals(changed) && before.size() == size) {
        return before;
      }
      Known now = parse(file, changed, size);
      known.put(file, now);
      return now;
    } catch (IOException e) {
      return new Known(FileTime.fromMillis(0), 0, null, "it cannot be opened.");
    }
  }

  private static Known parse(Path file, FileTime changed, long size) {
    if (size > LARGEST) {
      return new Known(changed, size, null, "it is larger than 20 MB.");
    }
    try {
      return new Known(changed, size, IcsCalendar.parse(Files.readAllBytes(file)), "");
    } catch (IOException e) {
      return new Known(changed, size, null, String.valueOf(e.getMessage()));
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var files = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          folder,
          Set.of(),
          2,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (file.toString().endsWith(".ics") && Files.isRegularFile(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE; // renamed or removed while we look
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
    known.keySet().retainAll(files);
    return files;
  }
}
