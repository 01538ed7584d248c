package dev.continuo.runtime.engine.zeebe;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One gRPC call {@code gateway_protocol.Gateway/Topology} over plain HTTP/2 (RFC 9113): what a
 * client does first. The JDK's own client cannot start HTTP/2 without TLS on a server that knows no
 * upgrade, and a gRPC library would not fit a supervisor.
 */
final class GrpcTopology {

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int DATA = 0x0;
  private static final int HEADERS = 0x1;
  private static final int RST_STREAM = 0x3;
  private static final int SETTINGS = 0x4;
  private static final int GOAWAY = 0x7;
  private static final int END_STREAM = 0x1;
  private static final int ACK = 0x1;
  private static final int END_HEADERS = 0x4;

  private final DataInputStream in;
  private final DataOutputStream out;

  private GrpcTopology(Socket socket) throws IOException {
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /** Returns when the gateway answered with a topology. */
  static void ask(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      GrpcTopology call = new GrpcTopology(socket);
      call.request("127.0.0.1:" + port);
      call.awaitAnswer();
    }
  }

  private void request(String authority) throws IOException {
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    frame(SETTINGS, 0, 0, new byte[0]);
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    header(headers, ":method", "POST");
    header(headers, ":scheme", "http");
    header(headers, ":path", "/gateway_protocol.Gateway/Topology");
    header(headers, ":authority", authority);
    header(headers, "content-type", "application/grpc");
    header(headers, "te", "trailers");
    frame(HEADERS, END_HEADERS, 1, headers.toByteArray());
    byte[] emptyMessage = new byte[5];
    frame(DATA, END_STREAM, 1, emptyMessage);
    out.flush();
  }

  private void awaitAnswer() throws IOException {
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.readInt();
      byte[] payload = in.readNBytes(length);
      switch (type) {
        case SETTINGS -> acknowledge(flags);
        case DATA -> {
          if (payload.length > 5) {
            return;
          }
        }
        case HEADERS -> {
          if ((flags & END_STREAM) != 0) {
            throw new IOException("The gateway answers without a topology.");
          }
        }
        case RST_STREAM, GOAWAY -> throw new IOException("The gateway refuses the call.");
        default -> {}
      }
    }
  }

  private void acknowledge(int flags) throws IOException {
    if ((flags & ACK) == 0) {
      frame(SETTINGS, ACK, 0, new byte[0]);
      out.flush();
    }
  }

  private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
  }

  /**
   * HPACK (RFC 7541), literal without indexing and without Huffman; all texts here are shorter than
   * 127 bytes.
   */
  private static void header(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    for (String text : new String[] {name, value}) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      block.write(bytes.length);
      block.writeBytes(bytes);
    }
  }
}
