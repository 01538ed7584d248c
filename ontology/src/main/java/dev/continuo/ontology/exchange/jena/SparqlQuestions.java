package dev.continuo.ontology.exchange.jena;

import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.QuestionLimits;
import dev.continuo.ontology.exchange.Questions;
import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryActivity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the projection of memory and makes it anew when memory's version moved on. */
public final class SparqlQuestions implements Questions {
  /** What is true now changes with time alone, so a projection does not grow old. */
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final Memory memory;
  private final QuestionLimits limits;
  private final Activities activities;
  private volatile @Nullable Made made;

  private record Made(String version, String vocabulary, Instant at, SparqlEngine engine) {}

  public SparqlQuestions(Memory memory, QuestionLimits limits, Activities activities) {
    this.memory = memory;
    this.limits = limits;
    this.activities = activities;
  }

  @Override
  public Answer ask(String sparql) {
    var at = Instant.now();
    long start = System.nanoTime();
    SparqlGuard.admit(sparql, Terms.prefixes(memory.vocabularies().current()));
    var before = made;
    var now = current(at);
    var answer = now.engine().ask(sparql, now.version());
    activities.record(
        new MemoryActivity(
            MemoryActivity.Kind.READ,
            "sparql",
            null,
            List.of(),
            at,
            (System.nanoTime() - start) / 1_000,
            answer instanceof Answer.Rows rows ? rows.rows().size() : 1,
            List.of("rdf-projection"),
            now.equals(before),
            0,
            0,
            BigDecimal.ZERO,
            null));
    return answer;
  }

  private synchronized Made current(Instant now) {
    var version = memory.archive().version();
    var vocabulary = memory.vocabularies().current();
    var last = made;
    if (last != null
        && last.version().equals(version)
        && last.vocabulary().equals(vocabulary.version())
        && last.at().plus(OLDEST).isAfter(now)) {
      return last;
    }
    made = null; // so that two projections are never held at once
    var projection = new Projection(vocabulary, now, limits.statements());
    memory.archive().read(projection);
    var next =
        new Made(
            version,
            vocabulary.version(),
            now,
            new SparqlEngine(projection.dataset(), Terms.prefixes(vocabulary), limits));
    made = next;
    return next;
  }
}
