package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.runtime.agent.onnx.MiniLm;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * MiniLM whose vectors are kept in a file by the SHA-256 of their text, so that a second run is
 * quick. A file that was cut off in the middle of a vector is read up to there.
 */
final class CachedEmbeddings implements Embeddings, AutoCloseable {
  private static final int HASH = 32;

  private final MiniLm model;
  private final Map<ByteBuffer, float[]> known = new HashMap<>();
  private final DataOutputStream file;
  private final MessageDigest sha;
  private int computed;

  CachedEmbeddings(Path folder) {
    try {
      Files.createDirectories(folder);
      sha = MessageDigest.getInstance("SHA-256");
      model = MiniLm.load(folder.resolve("native"));
      Path vectors = folder.resolve("minilm.vectors");
      read(vectors);
      file =
          new DataOutputStream(
              new BufferedOutputStream(
                  Files.newOutputStream(
                      vectors, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Path vectors) throws IOException {
    if (!Files.exists(vectors)) {
      return;
    }
    long whole = Files.size(vectors) / (HASH + 4L * MiniLm.DIMENSIONS);
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(vectors)))) {
      for (long i = 0; i < whole; i++) {
        var hash = in.readNBytes(HASH);
        var vector = new float[MiniLm.DIMENSIONS];
        ByteBuffer.wrap(in.readNBytes(4 * MiniLm.DIMENSIONS)).asFloatBuffer().get(vector);
        known.put(ByteBuffer.wrap(hash), vector);
      }
    } catch (EOFException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  @Override
  public int dimensions() {
    return MiniLm.DIMENSIONS;
  }

  @Override
  public synchronized float[] embed(String text) {
    var hash = ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    return known.computeIfAbsent(hash, none -> computed(hash, text));
  }

  /** Without the file: what a question costs in the product. */
  Embeddings fresh() {
    return new Embeddings() {
      @Override
      public int dimensions() {
        return MiniLm.DIMENSIONS;
      }

      @Override
      public float[] embed(String text) {
        return model.embed(text);
      }
    };
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }

  private float[] computed(ByteBuffer hash, String text) {
    var vector = model.embed(text);
    var bytes = ByteBuffer.allocate(4 * vector.length);
    bytes.asFloatBuffer().put(vector);
    try {
      file.write(hash.array());
      file.write(bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (++computed % 5_000 == 0) {
      System.out.println("  embedded " + computed + " texts");
    }
    return vector;
  }

  @Override
  public void close() {
    try {
      file.close();
      model.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
