package dev.continuo.designer.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Finds the port of the application: the wanted one, else 8080, else the next that is free. */
final class FreePort {
  private static final int FIRST = 8080;
  private static final int TRIES = 200;

  private FreePort() {}

  static int of(@Nullable Integer wanted) {
    if (wanted != null) {
      if (!free(wanted)) {
        throw new StartOptions.Unreadable(
            "Port " + wanted + " is taken. Choose another one, or leave --port away.");
      }
      return wanted;
    }
    for (int port = FIRST; port < FIRST + TRIES; port++) {
      if (free(port)) {
        return port;
      }
    }
    throw new StartOptions.Unreadable(
        "No port from " + FIRST + " to " + (FIRST + TRIES) + " is free. Name one with --port.");
  }

  private static boolean free(int port) {
    return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && open(new InetSocketAddress(port));
  }

  private static boolean open(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
