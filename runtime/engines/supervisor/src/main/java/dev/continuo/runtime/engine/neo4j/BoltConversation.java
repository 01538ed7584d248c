package dev.continuo.runtime.engine.neo4j;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The shortest whole conversation with a Bolt 5 server: handshake, HELLO, LOGON, RUN, PULL,
 * GOODBYE. Only a query that returned its row proves that a Neo4j is ready; the driver would say
 * the same with fifteen libraries more.
 */
final class BoltConversation {

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MAGIC = 0x6060B017;
  private static final int UP_TO_5_8_DOWN_TO_5_1 = 0x00070805;
  private static final int HELLO = 0x01;
  private static final int GOODBYE = 0x02;
  private static final int RUN = 0x10;
  private static final int PULL = 0x3F;
  private static final int LOGON = 0x6A;
  private static final int SUCCESS = 0x70;
  private static final int RECORD = 0x71;

  private final DataInputStream in;
  private final DataOutputStream out;

  private BoltConversation(Socket socket) throws IOException {
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /**
   * Runs {@code RETURN 1}; any other course than success is an {@link IOException} that says which.
   */
  static void returnOne(int port, String user, String password) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      new BoltConversation(socket).returnOne(user, password);
    }
  }

  private void returnOne(String user, String password) throws IOException {
    handshake();
    Map<String, Object> agent =
        Map.of("user_agent", "continuo/1", "bolt_agent", Map.of("product", "continuo/1"));
    send(message(HELLO, agent));
    expect(SUCCESS, "the greeting");
    send(message(LOGON, Map.of("scheme", "basic", "principal", user, "credentials", password)));
    expect(SUCCESS, "the login");
    send(message(RUN, "RETURN 1", Map.of(), Map.of()));
    expect(SUCCESS, "the query");
    send(message(PULL, Map.of("n", 1L)));
    expect(RECORD, "the fetch");
    expect(SUCCESS, "the end of the fetch");
    send(message(GOODBYE));
  }

  private void handshake() throws IOException {
    out.writeInt(MAGIC);
    for (int offer : new int[] {UP_TO_5_8_DOWN_TO_5_1, 0, 0, 0}) {
      out.writeInt(offer);
    }
    out.flush();
    int chosen = in.readInt();
    if ((chosen & 0xFF) != 5) {
      throw new IOException("The server speaks no Bolt 5: it chose " + Integer.toHexString(chosen));
    }
  }

  private void send(byte[] message) throws IOException {
    out.writeShort(message.length);
    out.write(message);
    out.writeShort(0);
    out.flush();
  }

  private void expect(int signature, String step) throws IOException {
    byte[] answer = receive();
    if (answer.length < 2 || answer[1] != signature) {
      String words = new String(answer, StandardCharsets.UTF_8).replaceAll("[^ -~]+", " ").strip();
      throw new IOException("Neo4j refused " + step + ": " + words);
    }
  }

  private byte[] receive() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      int length = in.readUnsignedShort();
      if (length > 0) {
        message.write(in.readNBytes(length));
      } else if (message.size() > 0) {
        return message.toByteArray();
      }
    }
  }

  private static byte[] message(int signature, Object... fields) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(0xB0 | fields.length);
    packed.write(signature);
    for (Object field : fields) {
      pack(packed, field);
    }
    return packed.toByteArray();
  }

  /**
   * PackStream, as far as this conversation needs it: texts below 256 bytes, small numbers, small
   * maps.
   */
  private static void pack(OutputStream packed, Object value) throws IOException {
    switch (value) {
      case String text -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        packed.write(0xD0);
        packed.write(bytes.length);
        packed.write(bytes);
      }
      case Long number -> packed.write(number.intValue());
      case Map<?, ?> map -> {
        packed.write(0xA0 | map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          pack(packed, entry.getKey());
          pack(packed, entry.getValue());
        }
      }
      default -> throw new IllegalArgumentException("Cannot pack " + value.getClass());
    }
  }
}
