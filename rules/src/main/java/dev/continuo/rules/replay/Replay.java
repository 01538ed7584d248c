package dev.continuo.rules.replay;

import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Evaluation;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.SameValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a candidate table what was asked before, and compares. Holds only a few hundred records at a
 * time, so that a period of any length can be replayed. Used once, on one thread.
 */
public final class Replay {
  private static final int AT_A_TIME = 500;
  private static final int MOST_SHIFTS = 1_000;

  /** Code of the finding with which a table says that it was stopped; no use to ask on. */
  private static final String STOPPED = "stopped";

  private final CompiledTable candidate;
  private final String decisionId;
  private final @Nullable CompiledTable released;
  private final Consumer<ChangedAnswer> listener;
  private final Map<Key, Long> shifts = new HashMap<>();
  private long asked;
  private long changed;
  private long failed;
  private Optional<Finding> stopped = Optional.empty();

  private record Key(String output, @Nullable Object before, @Nullable Object after) {}

  private Replay(
      CompiledTable candidate,
      String decisionId,
      @Nullable CompiledTable released,
      Consumer<ChangedAnswer> listener) {
    this.candidate = candidate;
    this.decisionId = decisionId;
    this.released = released;
    this.listener = listener;
  }

  /** Compares the candidate's answers with the recorded ones. */
  public static ReplayReport withRecorded(
      CompiledTable candidate,
      String decisionId,
      Iterator<RecordedAnswer> recorded,
      Consumer<ChangedAnswer> changed) {
    return new Replay(candidate, decisionId, null, changed).run(recorded);
  }

  /** Compares the candidate's answers with what the released table answers today. */
  public static ReplayReport withReleased(
      CompiledTable candidate,
      CompiledTable released,
      String decisionId,
      Iterator<RecordedAnswer> recorded,
      Consumer<ChangedAnswer> changed) {
    return new Replay(candidate, decisionId, released, changed).run(recorded);
  }

  private ReplayReport run(Iterator<RecordedAnswer> recorded) {
    long started = System.nanoTime();
    while (recorded.hasNext() && stopped.isEmpty()) {
      var questions = new ArrayList<RecordedAnswer>(AT_A_TIME);
      while (recorded.hasNext() && questions.size() < AT_A_TIME) {
        questions.add(recorded.next());
      }
      ask(questions);
    }
    return new ReplayReport(
        asked, changed, failed, counted(), Duration.ofNanos(System.nanoTime() - started), stopped);
  }

  private void ask(List<RecordedAnswer> questions) {
    var inputs = questions.stream().map(RecordedAnswer::inputs).toList();
    var after = candidate.evaluateAll(decisionId, inputs);
    var before = released == null ? null : released.evaluateAll(decisionId, inputs);
    for (int i = 0; i < questions.size(); i++) {
      var question = questions.get(i);
      compare(
          question, before == null ? question.outputs() : before.get(i).outputs(), after.get(i));
    }
  }

  private void compare(
      RecordedAnswer question, Map<String, @Nullable Object> before, Evaluation after) {
    asked++;
    if (after.answered() && SameValue.test(before, after.outputs())) {
      return;
    }
    changed++;
    if (!after.answered()) {
      failed++;
      stopped =
          stopped.or(
              () -> after.problems().stream().filter(p -> p.code().equals(STOPPED)).findFirst());
    }
    count(before, after.outputs());
    listener.accept(
        new ChangedAnswer(question, before, after.outputs(), after.hits(), after.problems()));
  }

  private void count(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    var outputs = new LinkedHashSet<>(before.keySet());
    outputs.addAll(after.keySet());
    for (var output : outputs) {
      var from = before.get(output);
      var to = after.get(output);
      if (!SameValue.test(from, to)) {
        var key = new Key(output, comparable(from), comparable(to));
        if (shifts.size() < MOST_SHIFTS || shifts.containsKey(key)) {
          shifts.merge(key, 1L, Long::sum);
        }
      }
    }
  }

  /** Numbers of one value count as one, whatever their class and scale. */
  private static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : value;
  }

  private List<Shift> counted() {
    return shifts.entrySet().stream()
        .map(
            each ->
                new Shift(
                    each.getKey().output(),
                    each.getKey().before(),
                    each.getKey().after(),
                    each.getValue()))
        .sorted(Comparator.comparingLong(Shift::count).reversed())
        .toList();
  }
}
