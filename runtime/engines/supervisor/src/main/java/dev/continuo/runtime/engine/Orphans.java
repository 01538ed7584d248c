package dev.continuo.runtime.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Engine processes that outlived the app which started them. */
final class Orphans {

  private Orphans() {}

  /**
   * All living processes of one engine on one data folder: the one that its status file names, and
   * those that carry its marker on their command line although the status file was lost.
   */
  static List<OsProcess> of(String marker, @Nullable OsProcess known) {
    Map<Long, OsProcess> found = new LinkedHashMap<>();
    if (known != null) {
      found.put(known.pid(), known);
    }
    OsProcess.withArgument(marker).forEach(process -> found.putIfAbsent(process.pid(), process));
    return List.copyOf(found.values());
  }
}
