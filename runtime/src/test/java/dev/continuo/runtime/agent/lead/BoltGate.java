package dev.continuo.runtime.agent.lead;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between memory and Neo4j and calls at one chosen moment of the next write. It knows of the
 * Bolt protocol only how a write begins, asks and commits.
 */
final class BoltGate implements AutoCloseable {
  /** When to call. */
  enum Moment {
    /** The write has locked and read, and written nothing yet. */
    AT_ITS_THIRD_STATEMENT,
    /** All is written and nothing committed. */
    BEFORE_ITS_COMMIT,
    /** It is committed, and nobody has heard of it. */
    BEFORE_ITS_ANSWER
  }

  private static final String BEGIN = "\u00b1\u0011";
  private static final String READING = "mode\u0081r";
  private static final String RUN = "\u00b3\u0010";
  private static final String COMMIT = "\u0000\u0002\u00b0\u0012\u0000\u0000";

  private final ServerSocket door;
  private final int port;
  private final Runnable call;
  private final AtomicReference<Moment> next = new AtomicReference<>();

  BoltGate(int port, Runnable call) {
    this.port = port;
    this.call = call;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("bolt-gate").start(this::welcome);
  }

  String uri() {
    return "bolt://127.0.0.1:" + door.getLocalPort();
  }

  void callAt(Moment moment) {
    next.set(moment);
  }

  boolean called() {
    return next.get() == null;
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        new Conversation(door.accept());
      } catch (IOException refused) {
        // Neo4j is down, or the gate is closed: the driver comes again.
      }
    }
  }

  private final class Conversation {
    private final Socket client;
    private final Socket server;
    private boolean writing;
    private int statements;
    private volatile boolean silent;

    Conversation(Socket client) throws IOException {
      this.client = client;
      try {
        this.server = new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException down) {
        client.close();
        throw down;
      }
      Thread.ofVirtual().start(() -> pump(client, server, true));
      Thread.ofVirtual().start(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean asking) {
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[1 << 16];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
          if (asking ? asked(bytes, n) : answered()) {
            call.run();
            return;
          }
          out.write(bytes, 0, n);
          out.flush();
        }
      } catch (IOException gone) {
        // The other side has ended.
      }
    }

    /** True when the moment has come and nothing more may pass. */
    private boolean asked(byte[] bytes, int n) {
      String said = new String(Arrays.copyOf(bytes, n), StandardCharsets.ISO_8859_1);
      if (said.contains(BEGIN)) {
        writing = !said.contains(READING);
        statements = 0;
      }
      if (!writing) {
        return false;
      }
      statements += said.contains(RUN) ? 1 : 0;
      if (statements == 3 && next.compareAndSet(Moment.AT_ITS_THIRD_STATEMENT, null)) {
        return true;
      }
      if (!said.contains(COMMIT)) {
        return false;
      }
      silent = next.get() == Moment.BEFORE_ITS_ANSWER;
      return next.compareAndSet(Moment.BEFORE_ITS_COMMIT, null);
    }

    /** The answer to a commit: the server has it on disk. */
    private boolean answered() {
      return silent && next.compareAndSet(Moment.BEFORE_ITS_ANSWER, null);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
