package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One write as it was asked for.
 *
 * @param retires set when this is a correction or a retraction
 * @param decided true when a person decided for these proposals over what is known
 */
public record Write(
    String key,
    Episode episode,
    Generation generation,
    List<FactProposal> proposals,
    @Nullable Retirement retires,
    boolean decided) {

  public Write {
    proposals = List.copyOf(proposals);
  }

  public Write(
      String key,
      Episode episode,
      Generation generation,
      List<FactProposal> proposals,
      @Nullable Retirement retires) {
    this(key, episode, generation, proposals, retires, false);
  }
}
