package dev.continuo.runtime.connector.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and an SMTP server and cuts the line at a chosen moment. Counts how often
 * a message was offered.
 */
final class CuttingProxy implements AutoCloseable {
  /** When to cut. */
  enum Cut {
    NEVER,
    /** When the client says MAIL FROM. */
    BEFORE_DATA,
    /** When the server asks for the message. */
    AFTER_DATA_COMMAND,
    /** When the server has the whole message: its answer does not come through. */
    BEFORE_THE_ANSWER
  }

  private final ServerSocket listening;
  private final int server;
  private final Cut cut;
  final AtomicInteger offers = new AtomicInteger();

  CuttingProxy(int server, Cut cut) throws IOException {
    this.server = server;
    this.cut = cut;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket target = new Socket(InetAddress.getLoopbackAddress(), server);
        StringBuffer said = new StringBuffer();
        Thread.ofVirtual().start(() -> pump(client, target, said, true));
        Thread.ofVirtual().start(() -> pump(target, client, said, false));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void pump(Socket from, Socket to, StringBuffer said, boolean fromClient) {
    byte[] chunk = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int n;
      while ((n = in.read(chunk)) > 0) {
        String text = new String(chunk, 0, n, StandardCharsets.ISO_8859_1);
        if (fromClient) {
          said.append(text);
          if (text.startsWith("DATA")) {
            offers.incrementAndGet();
          }
        }
        if (cuts(text, said.toString(), fromClient)) {
          return;
        }
        out.write(chunk, 0, n);
        out.flush();
      }
    } catch (IOException over) {
      // One side closed; the other is closed with it.
    }
  }

  private boolean cuts(String text, String said, boolean fromClient) {
    return switch (cut) {
      case NEVER -> false;
      case BEFORE_DATA -> fromClient && text.startsWith("MAIL FROM");
      case AFTER_DATA_COMMAND -> !fromClient && text.startsWith("354");
      case BEFORE_THE_ANSWER -> !fromClient && text.startsWith("250") && said.contains("\r\n.\r\n");
    };
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
