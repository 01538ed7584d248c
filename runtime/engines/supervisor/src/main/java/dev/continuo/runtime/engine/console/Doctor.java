package dev.continuo.runtime.engine.console;

import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.ProcessState;
import dev.continuo.runtime.engine.ProcessStatus;
import dev.continuo.runtime.engine.Processes;
import dev.continuo.runtime.engine.child.ChildMissing;
import dev.continuo.runtime.engine.child.JavaEngine;
import dev.continuo.runtime.engine.child.PrivateFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at everything that keeps Continuo from running and says what, why and what to do. Changes
 * nothing.
 */
final class Doctor {

  private static final int JDK = 25;
  private static final long GIB = 1L << 30;
  private static final long DISK_TO_WORRY = 5 * GIB;
  private static final String ADOPT =
      "Put the folder zeebe/ back from a copy. If there is none: ./continuo stop, ./continuo adopt,"
          + " ./continuo.";

  private final Path data;
  private final Processes processes;
  private final List<Finding> findings = new ArrayList<>();

  private Doctor(Path data) {
    this.data = data.toAbsolutePath().normalize();
    this.processes = Processes.of(data);
  }

  /** Prints the findings and returns whether all is well. */
  static boolean examine(Path data, PrintStream out) {
    Doctor doctor = new Doctor(data);
    doctor.java();
    doctor.disk();
    doctor.folder();
    doctor.engines();
    doctor.rootsPostgres();
    doctor.ports();
    doctor.orphans();
    doctor.failures();
    doctor.journal();
    doctor.findings.forEach(finding -> out.println(finding.words()));
    return doctor.findings.stream().allMatch(Finding::well);
  }

  private void java() {
    int feature = Runtime.version().feature();
    findings.add(
        feature >= JDK
            ? Finding.well("Java " + Runtime.version())
            : Finding.ill(
                "Java is too old.",
                "This is Java " + feature + ", Continuo needs " + JDK + ".",
                "Install a JDK " + JDK + " or newer and set JAVA_HOME to it."));
  }

  private void disk() {
    try {
      long free = Files.getFileStore(existing()).getUsableSpace();
      String amount = "%.1f GiB free for %s".formatted((double) free / GIB, data);
      findings.add(
          free >= DISK_TO_WORRY
              ? Finding.well(amount)
              : Finding.ill(
                  "The disk is nearly full: " + amount + ".",
                  "Below 1 GiB Zeebe stops processing, and a full disk stops all three engines.",
                  "Make room, or move the data folder to a larger disk."));
    } catch (IOException e) {
      findings.add(
          Finding.ill(
              "The free disk space is unknown.", e + ".", "Check the disk of " + data + "."));
    }
  }

  private Path existing() {
    for (Path folder = data; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder)) {
        return folder;
      }
    }
    return data;
  }

  private void folder() {
    if (!Files.exists(data)) {
      findings.add(
          Finding.well(
              "The data folder " + data + " does not exist yet; the first start creates it"));
      return;
    }
    try (Stream<Path> secrets =
        Files.exists(data.resolve("secrets")) ? Files.list(data.resolve("secrets")) : Stream.of()) {
      List<Path> open = new ArrayList<>();
      for (Path file : Stream.concat(Stream.of(data), secrets).toList()) {
        if (PrivateFiles.readableByOthers(file)) {
          open.add(file);
        }
      }
      boolean writable = Files.isWritable(data);
      if (open.isEmpty() && writable) {
        findings.add(Finding.well("The data folder " + data + " is yours alone"));
      }
      if (!writable) {
        findings.add(
            Finding.ill(
                "The data folder cannot be written.",
                data + " is not yours.",
                "Give it to your user: chown -R $USER " + data));
      }
      for (Path file : open) {
        findings.add(
            Finding.ill(
                file + " can be read by others.",
                "Its permissions are too wide.",
                "chmod go= " + file));
      }
    } catch (IOException e) {
      findings.add(
          Finding.ill(
              "The data folder cannot be read.",
              e + ".",
              "Check the permissions of " + data + "."));
    }
  }

  private void engines() {
    for (String name : List.of("zeebe", "neo4j")) {
      try {
        JavaEngine engine = JavaEngine.find(name, null);
        if (name.equals("zeebe")) {
          engine.file("loopback-agent.jar");
          engine.file("exporter.jar");
        }
        findings.add(Finding.well(name + " " + engine.version() + " in " + engine.home()));
      } catch (ChildMissing missing) {
        findings.add(
            Finding.ill(
                "The files of " + name + " are missing.",
                String.valueOf(missing.getMessage()),
                missing.fix()));
      }
    }
  }

  private void rootsPostgres() {
    if (!System.getProperty("user.name").equals("root")) {
      return;
    }
    boolean possible = false;
    try {
      Process trial = new ProcessBuilder("unshare", "-U", "true").start();
      possible = trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      possible = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    findings.add(
        possible
            ? Finding.well("PostgreSQL can be started although you are root")
            : Finding.ill(
                "PostgreSQL cannot be started as root.",
                "It refuses to, and this machine allows no user namespaces (unshare -U) to work around it.",
                "Start Continuo as an ordinary user, or give the address of a PostgreSQL server."));
  }

  private void ports() {
    Path file = data.resolve("run/ports.properties");
    if (!Files.exists(file) || processes.appRuns()) {
      return;
    }
    Properties ports = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      ports.load(text);
    } catch (IOException e) {
      findings.add(
          Finding.ill(
              "The remembered ports cannot be read.",
              e + ".",
              "Delete " + file + "; ports are picked anew."));
      return;
    }
    List<String> taken =
        ports.stringPropertyNames().stream()
            .filter(name -> !free(ports.getProperty(name)))
            .map(name -> name + " " + ports.getProperty(name))
            .sorted()
            .toList();
    findings.add(
        taken.isEmpty()
            ? Finding.well("The remembered ports are free")
            : Finding.well(
                "These remembered ports are taken, by an orphan or a stranger; the latter are picked anew: "
                    + taken));
  }

  private static boolean free(String port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
      return true;
    } catch (IOException | NumberFormatException taken) {
      return false;
    }
  }

  private void orphans() {
    boolean any = false;
    for (EngineName name : EngineName.values()) {
      for (long pid : processes.orphans(name)) {
        any = true;
        findings.add(
            Finding.ill(
                name.title() + " runs without Continuo, process " + pid + ".",
                "The application that started it was killed.",
                "./continuo goes on with it, ./continuo stop ends it."));
      }
    }
    if (!any) {
      findings.add(Finding.well("No engine runs without its application"));
    }
  }

  private void failures() {
    for (ProcessStatus status : processes.statuses()) {
      if (status.state() == ProcessState.FAILED) {
        findings.add(
            Finding.ill(
                status.name() + " does not come up.",
                status.why(),
                "Read " + data.resolve("logs/" + status.name() + ".log") + "."));
      }
    }
  }

  /** Where the process engine stands against the journal; the database is not asked. */
  private void journal() {
    Path zeebe = data.resolve("zeebe/data");
    Path problem = data.resolve("run/journal-problem");
    if (Files.exists(data.resolve("run/adopt"))) {
      findings.add(
          Finding.well(
              "The next start takes over the process engine if it does not continue the journal"));
    } else if (Files.exists(problem)) {
      findings.add(
          Finding.ill("The journal stands, so no run is shown to move.", text(problem), ADOPT));
    } else if (Files.exists(data.resolve("postgres/data/PG_VERSION")) && isEmpty(zeebe)) {
      findings.add(
          Finding.ill(
              "Zeebe's folder " + zeebe + " is empty, and PostgreSQL's is not.",
              "Zeebe alone knows where open runs stand. An emptied one does not continue the journal.",
              ADOPT));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return e + ".";
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
