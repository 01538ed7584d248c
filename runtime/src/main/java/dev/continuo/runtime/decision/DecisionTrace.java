package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.HitRow;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells in a run's trace what a table answered, and because of which row. */
final class DecisionTrace {
  private static final int LONGEST_VALUE = 24;
  private final Trace trace;

  DecisionTrace(Trace trace) {
    this.trace = trace;
  }

  /** Tells those that belong to a run. */
  void tell(List<Recorded> recorded) {
    trace.record(recorded.stream().flatMap(one -> told(one).stream()).toList());
  }

  /** An answer as it was recorded. */
  record Recorded(DecisionLog.Entry entry, String title, long evaluationId) {}

  private static Optional<TraceEntry> told(Recorded recorded) {
    var entry = recorded.entry();
    var title = recorded.title();
    long evaluationId = recorded.evaluationId();
    var request = entry.request();
    if (request.runKey() == null) {
      return Optional.empty();
    }
    var outputs = PlainValues.of(entry.answer().outputs());
    var details = new LinkedHashMap<String, Object>();
    details.put("evaluationId", evaluationId);
    details.put("table", request.tableId());
    details.put("version", entry.version());
    details.put("inputs", PlainValues.of(request.inputs()));
    details.put("outputs", outputs);
    details.put("rows", rows(entry.answer().hits()));
    details.put("problems", entry.answer().problems().stream().map(Finding::sentence).toList());
    details.put("micros", entry.micros());
    return Optional.of(
        new TraceEntry(
            "decision-" + evaluationId,
            request.runKey(),
            request.elementInstanceKey(),
            request.elementId(),
            TraceKind.DECISION,
            entry.usable()
                ? sentence(title, entry.answer().hits(), outputs)
                : noAnswer(title, entry.answer().problems()),
            details,
            entry.at()));
  }

  /** Such as {@code decides by Lead qualification row 3, "Known client": fit 90, action answer}. */
  static String sentence(
      String title, List<HitRow> hits, Map<String, ? extends @Nullable Object> outputs) {
    var words = new StringBuilder("decides by ").append(title);
    if (!hits.isEmpty()) {
      var own = hits.stream().filter(hit -> hit.decision().equals(title)).toList();
      var shown = own.isEmpty() ? hits : own;
      words.append(shown.size() == 1 ? " row " : " rows ");
      words.append(String.join(", ", shown.stream().map(h -> "" + h.number()).toList()));
      words.append(", \"").append(shown.getFirst().words()).append('"');
    }
    var answers = new ArrayList<String>();
    outputs.forEach(
        (name, value) -> {
          var text = value == null ? "" : value.toString();
          if (!text.isEmpty() && text.length() <= LONGEST_VALUE && !text.endsWith(".")) {
            answers.add(inWords(name) + " " + text);
          }
        });
    return answers.isEmpty()
        ? words.append('.').toString()
        : words.append(": ").append(String.join(", ", answers)).append('.').toString();
  }

  private static String noAnswer(String title, List<Finding> problems) {
    var why = problems.isEmpty() ? "No row gave a value." : problems.getFirst().what();
    return "gets no answer from %s: %s".formatted(title, why);
  }

  /** {@code answerWithinHours} as {@code answer within hours}. */
  private static String inWords(String name) {
    return name.replaceAll("(?<=[a-z0-9])([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  static List<Map<String, Object>> rows(List<HitRow> hits) {
    return hits.stream()
        .<Map<String, Object>>map(
            hit -> Map.of("number", hit.number(), "words", hit.words(), "decision", hit.decision()))
        .toList();
  }
}
