package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.RollUpAuthor;
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.StepContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model write roll-ups while there is room in the plan. From the first that a cap stands in
 * the way of, or that the model breaks on, the rest of the night is written without one.
 */
final class ModelAuthor implements RollUpAuthor {
  private static final Logger log = LoggerFactory.getLogger(ModelAuthor.class);

  /** Two sentences are as short as any summary of them. */
  private static final int WORTH_IT = 3;

  private final Voices voices;
  private final Fidelity fidelity;
  private final StepContext step;
  private boolean silent;

  ModelAuthor(Voices voices, Fidelity fidelity, StepContext step) {
    this.voices = voices;
    this.fidelity = fidelity;
    this.step = step;
  }

  @Override
  public String write(String entityId, String title, List<String> sentences) {
    if (silent || sentences.size() < WORTH_IT) {
      return "";
    }
    try {
      return voices
          .of(new Work(Lane.BACKGROUND, "roll-up", step, entityId), fidelity)
          .map(model -> model.summary(title, fidelity.summaryLength(), latest(sentences)))
          .map(text -> bounded(ModelMarkdown.plain(text)))
          .orElse("");
    } catch (CapReached cap) {
      silent = true;
      log.info("Roll-ups go on without a model: {}", cap.refused().reason());
      return "";
    } catch (RuntimeException trouble) {
      silent = true;
      log.warn("The model wrote no roll-up, so its sentences stand: {}", trouble.toString());
      return "";
    }
  }

  private List<String> latest(List<String> sentences) {
    return sentences.subList(
        Math.max(0, sentences.size() - fidelity.recallDepth()), sentences.size());
  }

  /** A model that does not keep to the number of words is cut, not believed. */
  private String bounded(String text) {
    int most = fidelity.summaryLength() * 12;
    return text.length() <= most ? text : text.substring(0, most);
  }
}
