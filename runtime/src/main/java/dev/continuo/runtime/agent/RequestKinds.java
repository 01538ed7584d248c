package dev.continuo.runtime.agent;

import dev.continuo.runtime.agent.RequestExamples.Example;
import dev.continuo.runtime.agent.onnx.MiniLm;
import dev.continuo.runtime.agent.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.embedding.EmbeddingModel;

/**
 * Finds the kind of request whose examples lie closest to a mail.
 *
 * <p>The closeness of a text to a kind is the mean of its two closest examples. A mail counts half
 * as a whole and half by the mean of its sentences; the weights and the floor come from the
 * development mails in the tests.
 */
final class RequestKinds {

  /** Below this closeness no kind is named. */
  private static final double FLOOR = 0.25;

  /** Two kinds nearer to each other than this are named both in the reason. */
  private static final double NEARLY_EQUAL = 0.03;

  private static final int MOST_SENTENCES = 12;

  private final EmbeddingModel model;
  private final RequestExamples examples;
  private Map<Example, float[]> vectors = Map.of();

  RequestKinds(EmbeddingModel model, RequestExamples examples) {
    this.model = model;
    this.examples = examples;
  }

  /**
   * What was found.
   *
   * @param request the sentence that says it best, or null when the mail has none
   */
  record Sorted(RequestKind kind, double score, String reason, @Nullable Span request) {}

  Sorted sort(String language, String subject, List<Span> said) {
    if (!language.equals("en") && !language.equals("und")) {
      return new Sorted(
          RequestKind.UNCLEAR,
          0,
          "The mail seems to be in "
              + Locale.of(language).getDisplayLanguage(Locale.ENGLISH)
              + "; only English can be sorted without a language model.",
          said.isEmpty() ? null : said.getFirst());
    }
    Map<Example, float[]> known = vectors();
    List<Span> read = said.subList(0, Math.min(MOST_SENTENCES, said.size()));
    List<Map<RequestKind, Double>> bySentence =
        read.stream().map(s -> closeness(s.quote(), known)).toList();
    Map<RequestKind, Double> asWhole = closeness(whole(subject, read), known);
    Map<RequestKind, Double> total = new EnumMap<>(RequestKind.class);
    asWhole.forEach(
        (kind, whole) -> {
          double sentences =
              bySentence.stream()
                  .mapToDouble(s -> s.getOrDefault(kind, 0.0))
                  .average()
                  .orElse(whole);
          total.put(kind, (sentences + whole) / 2);
        });
    return sorted(total, read, bySentence, whole(subject, read), known);
  }

  private Sorted sorted(
      Map<RequestKind, Double> total,
      List<Span> sentences,
      List<Map<RequestKind, Double>> bySentence,
      String whole,
      Map<Example, float[]> known) {
    List<Map.Entry<RequestKind, Double>> order =
        total.entrySet().stream()
            .sorted(Map.Entry.<RequestKind, Double>comparingByValue().reversed())
            .toList();
    if (order.isEmpty() || order.getFirst().getValue() < FLOOR) {
      return new Sorted(
          RequestKind.UNCLEAR,
          order.isEmpty() ? 0 : rounded(order.getFirst().getValue()),
          "Nothing in the mail comes close to the examples of any kind of request.",
          sentences.isEmpty() ? null : sentences.getFirst());
    }
    RequestKind kind = order.getFirst().getKey();
    Span request = sentence(kind, sentences, bySentence);
    return new Sorted(
        kind,
        rounded(order.getFirst().getValue()),
        reason(kind, request == null ? whole : request.quote(), order, known),
        request);
  }

  private String reason(
      RequestKind kind,
      String text,
      List<Map.Entry<RequestKind, Double>> order,
      Map<Example, float[]> known) {
    float[] vector = embed(text);
    String example =
        known.entrySet().stream()
            .filter(e -> e.getKey().kind() == kind)
            .max(Comparator.comparingDouble(e -> MiniLm.similarity(e.getValue(), vector)))
            .map(e -> e.getKey().text())
            .orElse("");
    String reason = "It reads most like the example “" + example + "” (" + kind.words() + ").";
    boolean close =
        order.size() > 1
            && order.get(0).getValue() - order.get(1).getValue() < NEARLY_EQUAL
            && kind != RequestKind.UNCLEAR;
    return close ? reason + " Nearly as likely: " + order.get(1).getKey().words() + "." : reason;
  }

  private static @Nullable Span sentence(
      RequestKind kind, List<Span> sentences, List<Map<RequestKind, Double>> bySentence) {
    Span best = null;
    double highest = -1;
    for (int i = 0; i < sentences.size(); i++) {
      double closeness = bySentence.get(i).getOrDefault(kind, 0.0);
      if (closeness > highest) {
        highest = closeness;
        best = sentences.get(i);
      }
    }
    return best;
  }

  private Map<RequestKind, Double> closeness(String text, Map<Example, float[]> known) {
    float[] vector = embed(text);
    Map<RequestKind, List<Double>> all = new EnumMap<>(RequestKind.class);
    known.forEach(
        (example, other) ->
            all.computeIfAbsent(example.kind(), k -> new ArrayList<>())
                .add(MiniLm.similarity(vector, other)));
    Map<RequestKind, Double> closeness = new EnumMap<>(RequestKind.class);
    all.forEach((kind, values) -> closeness.put(kind, closestTwo(values)));
    return closeness;
  }

  private static double closestTwo(List<Double> values) {
    double[] ordered = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int from = Math.max(0, ordered.length - 2);
    return Arrays.stream(ordered, from, ordered.length).average().orElse(0);
  }

  private static String whole(String subject, List<Span> sentences) {
    StringBuilder whole = new StringBuilder(subject).append(". ");
    sentences.forEach(s -> whole.append(s.quote()).append(' '));
    return whole.toString();
  }

  /** Vectors of the examples as they are now; those of lines that stayed are kept. */
  private synchronized Map<Example, float[]> vectors() {
    List<Example> now = examples.all();
    if (!vectors.keySet().equals(Set.copyOf(now))) {
      Map<Example, float[]> fresh = new HashMap<>();
      for (Example example : now) {
        float[] known = vectors.get(example);
        fresh.put(example, known == null ? embed(example.text()) : known);
      }
      vectors = Map.copyOf(fresh);
    }
    return vectors;
  }

  private float[] embed(String text) {
    return model.embed(text.replace('\n', ' '));
  }

  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }
}
