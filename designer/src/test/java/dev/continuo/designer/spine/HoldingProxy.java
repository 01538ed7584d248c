package dev.continuo.designer.spine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between the application and a server and can hold back what one side says. What is held
 * when the line is cut never arrives.
 */
final class HoldingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final URI server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch requests = new CountDownLatch(0);
  private volatile CountDownLatch answers = new CountDownLatch(0);

  private HoldingProxy(URI server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  static HoldingProxy to(String address) {
    try {
      return new HoldingProxy(URI.create(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** From now on nothing that the application says arrives. */
  void holdRequests() {
    requests = new CountDownLatch(1);
  }

  /** From now on the application hears no answer. */
  void holdAnswers() {
    answers = new CountDownLatch(1);
  }

  boolean holds() {
    return requests.getCount() + answers.getCount() > 0;
  }

  /** Cuts every line and loses what is held; new lines are let through. */
  void cut() {
    open.forEach(HoldingProxy::close);
    open.clear();
    requests.countDown();
    answers.countDown();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket target = new Socket(server.getHost(), server.getPort());
        open.add(client);
        open.add(target);
        Thread.ofVirtual().start(() -> pump(client, target, true));
        Thread.ofVirtual().start(() -> pump(target, client, false));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void pump(Socket from, Socket to, boolean asks) {
    byte[] chunk = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
        (asks ? requests : answers).await();
        if (from.isClosed() || to.isClosed()) {
          return;
        }
        to.getOutputStream().write(chunk, 0, n);
        to.getOutputStream().flush();
      }
    } catch (IOException over) {
      // one side closed, the other is closed with it
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // it is closed either way
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listening.close();
    } catch (IOException gone) {
      // it is closed either way
    }
  }
}
