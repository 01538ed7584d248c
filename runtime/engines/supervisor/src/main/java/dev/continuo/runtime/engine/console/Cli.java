package dev.continuo.runtime.engine.console;

import dev.continuo.runtime.engine.Processes;
import dev.continuo.runtime.engine.child.PrivateFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code ./continuo} does beside a running Continuo: {@code status [--json]}, {@code stop},
 * {@code doctor}, {@code adopt}, {@code token create [--name NAME]}, each with {@code --data DIR}.
 * Ends with 0 when all is well, 1 when not, 2 for a command it cannot read.
 */
public final class Cli {

  private Cli() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> words, PrintStream out, PrintStream err) {
    Options options;
    try {
      options = Options.read(words);
    } catch (Options.Unreadable unreadable) {
      err.println(unreadable.getMessage());
      return 2;
    }
    Path data = options.data();
    return switch (options.command()) {
      case "status" -> status(data, options.json(), out);
      case "stop" -> stop(data, out);
      case "doctor" -> Doctor.examine(data, out) ? 0 : 1;
      case "adopt" -> adopt(data, out);
      case "token" -> TokenRequest.create(data, options.name(), out, err) ? 0 : 1;
      default -> {
        err.println(
            "There is no command '"
                + options.command()
                + "': status, stop, doctor, adopt or token create.");
        yield 2;
      }
    };
  }

  private static int status(Path data, boolean json, PrintStream out) {
    StatusReport report = new StatusReport(Processes.of(data).statuses());
    out.println(json ? report.json() : report.table());
    return 0;
  }

  /** Leaves the owner's word for the next start. */
  private static int adopt(Path data, PrintStream out) {
    if (Processes.of(data).appRuns()) {
      out.println("Continuo is running. Stop it first (./continuo stop), then ask again.");
      return 1;
    }
    if (!Files.isDirectory(data.resolve("run"))) {
      out.println("There is no Continuo in " + data + ", so there is nothing to take over.");
      return 1;
    }
    try {
      PrivateFiles.write(data.resolve("run").resolve("adopt"), "asked for by the owner\n");
    } catch (IOException e) {
      out.println("The wish cannot be left in " + data + "/run: " + e.getMessage());
      return 1;
    }
    out.println(
        """
        At the next start the process engine that is there now is taken over, if it does not
        continue the journal. Memory, mails, documents, flows, rules and settings stay. Old runs
        stay readable; those that were open are ended, and their cards are withdrawn.
        Start with ./continuo. To take this back, delete %s/run/adopt.\
        """
            .formatted(data));
    return 0;
  }

  private static int stop(Path data, PrintStream out) {
    boolean gone = Processes.of(data).stop(out::println);
    out.println(
        gone ? "Continuo is stopped." : "Something does not end. `./continuo doctor` tells more.");
    return gone ? 0 : 1;
  }
}
