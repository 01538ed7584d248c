package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.PrivateFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one data folder, remembered in {@code run/ports.properties} so that a restart keeps
 * them while they are free. They lie below the range from which the operating system takes the
 * ports of outgoing connections, so that no passing connection can sit on one during a restart.
 */
final class Ports {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private final Path file;
  private final Properties remembered = new Properties();

  Ports(DataFolder data) {
    this.file = data.path("run").resolve("ports.properties");
    try {
      if (Files.exists(file)) {
        remembered.load(new StringReader(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new DataFolderUnusable(file, e);
    }
  }

  /**
   * @param wanted a port that was set by the operator, or 0
   * @param ownOrphan whether a process of ours may be sitting on the remembered port
   */
  int port(String name, int wanted, boolean ownOrphan) {
    int port = wanted != 0 ? wanted : remembered(name, ownOrphan);
    remembered.setProperty(name, Integer.toString(port));
    return port;
  }

  void save() {
    try {
      StringWriter text = new StringWriter();
      remembered.store(text, "Picked free ports; delete a line to have it picked anew");
      PrivateFiles.write(file, text.toString());
    } catch (IOException e) {
      throw new DataFolderUnusable(file, e);
    }
  }

  private int remembered(String name, boolean ownOrphan) {
    String before = remembered.getProperty(name, "");
    if (before.matches("\\d{1,5}")) {
      int port = Integer.parseInt(before);
      if (ownOrphan || free(port)) {
        return port;
      }
    }
    return pick();
  }

  private int pick() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (!remembered.containsValue(Integer.toString(port)) && free(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No free port between " + FIRST + " and " + LAST);
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
