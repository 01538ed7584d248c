package dev.continuo.designer.start;

import dev.continuo.runtime.engine.DataFolder;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The way from {@code main} to the ready line, and back on Ctrl-C. */
public final class Startup {
  private Startup() {}

  /**
   * Starts the engines and the application and returns when the process is asked to stop. Ends the
   * process with status 2 for an option it cannot read and 1 when the start fails.
   *
   * @param main the class of the Spring application
   * @param arguments the command line
   */
  public static void run(Class<?> main, String[] arguments) {
    Progress progress = new Progress(System.out);
    try {
      StartOptions options = StartOptions.read(List.of(arguments));
      int port = FreePort.of(options.port());
      start(main, options, port, progress);
    } catch (StartOptions.Unreadable unreadable) {
      progress.say(String.valueOf(unreadable.getMessage()));
      System.exit(2);
    } catch (RuntimeException failed) {
      progress.say("Continuo could not start. " + reason(failed));
      System.exit(1);
    }
  }

  private static void start(Class<?> main, StartOptions options, int port, Progress progress) {
    DataFolder data = DataFolder.open(options.data());
    progress.say("Continuo starts. Its data is in " + data.root());
    House house = new House(data, port);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  progress.say("Continuo stops.");
                  house.close();
                  stopped.countDown();
                },
                "stop"));
    String[] rest = options.rest().toArray(String[]::new);
    house.open(main, rest, environment(rest), progress);
    progress.step("The application is ready");
    progress.say("Continuo is ready at http://localhost:" + port);
    if (!house.hasOwner()) {
      progress.say("Open it to become the owner.");
    }
    await(stopped);
  }

  private static ConfigurableEnvironment environment(String[] arguments) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    return environment;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String first = String.valueOf(failed.getMessage());
    String root = String.valueOf(cause.getMessage());
    return cause == failed || first.contains(root) ? first : first + " (" + root + ")";
  }
}
