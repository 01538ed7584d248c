package dev.continuo.engine.zeebe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** What {@code ss -lnptu} says of the listening sockets, TCP and UDP, of some processes. */
record Sockets(List<Socket> all) {

  record Socket(String protocol, String address, String line) {

    boolean loopback() {
      return address.startsWith("127.")
          || address.startsWith("[::1]")
          || address.startsWith("[::ffff:127.");
    }
  }

  static Sockets listeningOf(Collection<Long> pids) throws IOException {
    Process ss = new ProcessBuilder("ss", "-lnptuH").redirectErrorStream(true).start();
    String text = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Sockets(
        text.lines()
            .filter(line -> pids.stream().anyMatch(pid -> line.contains("pid=" + pid + ",")))
            .map(Sockets::socket)
            .toList());
  }

  private static Socket socket(String line) {
    String[] columns = line.strip().split("\\s+");
    return new Socket(columns[0], columns[4], line);
  }
}
