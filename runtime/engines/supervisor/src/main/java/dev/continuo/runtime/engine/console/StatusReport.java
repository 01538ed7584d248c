package dev.continuo.runtime.engine.console;

import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.Processes;
import java.util.List;
import java.util.stream.Collectors;

/** The four processes as one JSON document for programs, or as a table for people. */
record StatusReport(List<ProcessStatus> processes) {

  String json() {
    return processes.stream()
        .map(StatusReport::json)
        .collect(Collectors.joining(",", "{\"processes\":[", "]}"));
  }

  /** Names and versions are ours and hold nothing that JSON would have to escape. */
  private static String json(ProcessStatus process) {
    return "{\"name\":\"%s\",\"pid\":%s,\"state\":\"%s\",\"rssMiB\":%s,\"version\":\"%s\",\"port\":%s}"
        .formatted(
            process.name(),
            orNull(process.pid()),
            process.state().word(),
            orNull(Processes.rssMiB(process)),
            process.version(),
            orNull(process.port()));
  }

  private static String orNull(long number) {
    return number == 0 ? "null" : Long.toString(number);
  }

  String table() {
    String rows = processes.stream().map(StatusReport::row).collect(Collectors.joining("\n"));
    return "%-10s %-9s %8s %8s %7s  %s%n%s"
        .formatted("process", "state", "pid", "MiB", "port", "version", rows);
  }

  private static String row(ProcessStatus process) {
    String row =
        "%-10s %-9s %8s %8s %7s  %s"
            .formatted(
                process.name(),
                process.state().word(),
                orDash(process.pid()),
                orDash(Processes.rssMiB(process)),
                orDash(process.port()),
                process.version());
    return process.why().isEmpty() ? row : row + "\n           " + process.why();
  }

  private static String orDash(long number) {
    return number == 0 ? "-" : Long.toString(number);
  }
}
