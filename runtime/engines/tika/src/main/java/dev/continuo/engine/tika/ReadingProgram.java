package dev.continuo.engine.tika;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Answers one document after the other: a path, a name and the most characters wanted come in by
 * the standard input, an outcome, a media type, a reason and the text go out by the standard
 * output. Ends when the input does, also in the middle of a document, because then nobody waits.
 */
final class ReadingProgram {
  private record Asked(Path file, String name, int most) {}

  private ReadingProgram() {}

  static void main() throws InterruptedException, IOException {
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err); // What a library prints must not get between the answers.
    var documents = new LinkedBlockingQueue<Asked>();
    Thread.ofPlatform().daemon().name("questions").start(() -> listen(documents));
    var reader = new Reader();
    out.writeUTF("ready");
    out.flush();
    while (true) {
      var asked = documents.take();
      answer(out, reader.read(asked.file(), asked.name(), asked.most()));
    }
  }

  private static void answer(DataOutputStream out, Outcome outcome) throws IOException {
    var text = outcome.text().getBytes(StandardCharsets.UTF_8);
    out.writeUTF(outcome.kind());
    out.writeUTF(outcome.mediaType());
    out.writeUTF(outcome.why());
    out.writeInt(text.length);
    out.write(text);
    out.flush();
  }

  private static void listen(LinkedBlockingQueue<Asked> documents) {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    try {
      while (true) {
        documents.add(new Asked(Path.of(in.readUTF()), in.readUTF(), in.readInt()));
      }
    } catch (IOException | RuntimeException gone) {
      Runtime.getRuntime().halt(0);
    }
  }
}
