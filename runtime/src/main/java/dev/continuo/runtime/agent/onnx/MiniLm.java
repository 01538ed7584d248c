package dev.continuo.runtime.agent.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.AbstractEmbeddingModel;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;

/**
 * Turns English text into a vector of 384 numbers, so that texts that mean the same lie close.
 *
 * <p>all-MiniLM-L6-v2 (quantised), mean-pooled over the words and of length one: the dot product of
 * two vectors is their cosine. Text beyond 256 word pieces is not read. Each text is run on its
 * own, because a quantised model answers slightly differently in a batch and the same text should
 * always get the same vector. Safe for use by many threads; opens no connection.
 */
public final class MiniLm extends AbstractEmbeddingModel implements AutoCloseable {

  /** How many numbers a vector has. */
  public static final int DIMENSIONS = 384;

  private static final int LONGEST = 256;
  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  private MiniLm(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
    embeddingDimensions.set(DIMENSIONS);
  }

  /**
   * Loads model and tokenizer from the class path.
   *
   * @param nativeFolder where the tokenizer may unpack its native library
   */
  public static MiniLm load(Path nativeFolder) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (System.getProperty("ENGINE_CACHE_DIR") == null) {
      System.setProperty("ENGINE_CACHE_DIR", nativeFolder.toAbsolutePath().toString());
    }
    try (InputStream model = resource(MODEL);
        InputStream words = resource(TOKENIZER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment("continuo");
      return new MiniLm(
          environment,
          environment.createSession(model.readAllBytes(), options),
          HuggingFaceTokenizer.newInstance(
              words,
              Map.of(
                  "truncation", "true", "maxLength", String.valueOf(LONGEST), "padding", "false")));
    } catch (IOException | OrtException | LinkageError e) {
      throw new EmbeddingUnavailable("The sentence model could not be loaded", e);
    }
  }

  @Override
  public EmbeddingResponse call(EmbeddingRequest request) {
    List<Embedding> embeddings = new ArrayList<>();
    for (String text : request.getInstructions()) {
      embeddings.add(new Embedding(embed(text), embeddings.size()));
    }
    return new EmbeddingResponse(embeddings);
  }

  @Override
  public float[] embed(Document document) {
    String text = document.getText();
    return embed(text == null ? "" : text);
  }

  @Override
  public float[] embed(String text) {
    Encoding words = tokenizer.encode(text);
    try (OnnxTensor ids = tensor(words.getIds());
        OnnxTensor mask = tensor(words.getAttentionMask());
        OnnxTensor types = tensor(words.getTypeIds());
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[][][] perWord = (float[][][]) result.get(0).getValue();
      return normalised(mean(perWord[0], words.getAttentionMask()));
    } catch (OrtException e) {
      throw new EmbeddingUnavailable("The sentence model could not read a text", e);
    }
  }

  /**
   * The cosine of two vectors of this model: 1 for the same meaning, about 0 for none in common.
   */
  public static double similarity(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Override
  public void close() {
    try {
      tokenizer.close();
      session.close();
    } catch (OrtException e) {
      throw new EmbeddingUnavailable("The sentence model could not be closed", e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  private static float[] mean(float[][] perWord, long[] mask) {
    float[] sum = new float[DIMENSIONS];
    for (int word = 0; word < perWord.length; word++) {
      if (mask[word] == 1) {
        for (int i = 0; i < DIMENSIONS; i++) {
          sum[i] += perWord[word][i];
        }
      }
    }
    return sum;
  }

  /** A sum has the direction of the mean, so the length alone needs putting right. */
  private static float[] normalised(float[] vector) {
    double length = Math.sqrt(similarity(vector, vector));
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = MiniLm.class.getResourceAsStream(name);
    if (found == null) {
      throw new IOException(name + " is not on the class path");
    }
    return found;
  }
}
