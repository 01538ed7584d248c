package dev.continuo.runtime.recall;

import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.MemoryActivity;
import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Reading;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RollUps;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connects when it is first asked, because memory's engine comes up beside the application, and
 * tells what each question took.
 */
final class OpenedRecall implements Recall {
  private final Supplier<Recall> opening;
  private final Activities activities;
  private @Nullable Recall open;

  OpenedRecall(Supplier<Recall> opening, Activities activities) {
    this.opening = opening;
    this.activities = activities;
  }

  @Override
  public Recalled recall(Question question) {
    Recalled recalled = opened().recall(question);
    var entities = recalled.reading().entities();
    var took = recalled.activity();
    activities.record(
        new MemoryActivity(
            MemoryActivity.Kind.READ,
            "recall",
            entities.isEmpty() ? null : entities.getFirst().id(),
            entities.stream().map(Reading.Meant::id).toList(),
            recalled.answeredAt(),
            took.micros(),
            recalled.items().size(),
            took.lists().contains("words")
                ? List.of("recall_passage_words", "recall_passage_vectors", "memory_fact_words")
                : List.of("memory_entity_words"),
            took.cacheHit(),
            took.staleDropped(),
            took.tokens(),
            BigDecimal.ZERO,
            null));
    return recalled;
  }

  @Override
  public int index(int mostSources) {
    return opened().index(mostSources);
  }

  @Override
  public synchronized void forget() {
    if (open != null) {
      open.forget();
    }
  }

  @Override
  public RollUps rollUps() {
    return opened().rollUps();
  }

  private synchronized Recall opened() {
    if (open == null) {
      open = opening.get();
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
    }
  }
}
