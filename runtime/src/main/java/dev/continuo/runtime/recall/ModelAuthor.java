package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.RollUpAuthor;
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.StepContext;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a model write roll-ups while there is room in the plan. A cap that asks or defers puts the
 * whole night off as long as that is allowed. Otherwise, from the first that a cap stands in the
 * way of, or that the model breaks on, the rest of the night is written without one; a cap of one
 * client or one call leaves the others to the model.
 */
final class ModelAuthor implements RollUpAuthor {
  private static final Logger log = LoggerFactory.getLogger(ModelAuthor.class);

  /** Two sentences are as short as any summary of them. */
  private static final int WORTH_IT = 3;

  private final Voices voices;
  private final Fidelity fidelity;
  private final StepContext step;
  private final BooleanSupplier putOff;
  private boolean silent;

  /**
   * Writes for a step.
   *
   * @param putOff asked where a cap would rather wait: whether it may be put off once more
   */
  ModelAuthor(Voices voices, Fidelity fidelity, StepContext step, BooleanSupplier putOff) {
    this.putOff = putOff;
    this.voices = voices;
    this.fidelity = fidelity;
    this.step = step;
  }

  /**
   * The model's text, or none.
   *
   * @throws CapReached where it is to be tried again later
   */
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
      if (waits(cap) && putOff.getAsBoolean()) {
        throw cap;
      }
      silent = !ofThisOne(cap);
      log.info("Roll-ups go on without a model: {}", cap.refused().reason());
      return "";
    } catch (RuntimeException trouble) {
      silent = true;
      log.warn("The model wrote no roll-up, so its sentences stand: {}", trouble.toString());
      return "";
    }
  }

  private static boolean waits(CapReached cap) {
    return switch (cap.refused().atCap()) {
      case ASK, DEFER -> true;
      case DEGRADE, STOP -> false;
    };
  }

  private static boolean ofThisOne(CapReached cap) {
    return switch (cap.refused().scope()) {
      case CLIENT, CALL -> true;
      case MONTH, DAY, RUN -> false;
    };
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
