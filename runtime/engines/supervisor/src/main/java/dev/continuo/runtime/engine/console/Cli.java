package dev.continuo.runtime.engine.console;

import dev.continuo.runtime.engine.Processes;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code ./continuo} does beside a running Continuo: {@code status [--json]}, {@code stop},
 * {@code doctor}, {@code token create [--name NAME]}, each with {@code --data DIR}. Ends with 0
 * when all is well, 1 when not, 2 for a command it cannot read.
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
      case "token" -> TokenRequest.create(data, options.name(), out, err) ? 0 : 1;
      default -> {
        err.println(
            "There is no command '"
                + options.command()
                + "': status, stop, doctor or token create.");
        yield 2;
      }
    };
  }

  private static int status(Path data, boolean json, PrintStream out) {
    StatusReport report = new StatusReport(Processes.of(data).statuses());
    out.println(json ? report.json() : report.table());
    return 0;
  }

  private static int stop(Path data, PrintStream out) {
    boolean gone = Processes.of(data).stop(out::println);
    out.println(
        gone ? "Continuo is stopped." : "Something does not end. `./continuo doctor` tells more.");
    return gone ? 0 : 1;
  }
}
