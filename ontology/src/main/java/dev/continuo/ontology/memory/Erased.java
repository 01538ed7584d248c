package dev.continuo.ontology.memory;

import java.util.List;

/**
 * What memory erased, and what it leads to elsewhere. The lists are for erasing the other copies
 * now; memory does not keep them.
 *
 * @param entityKeys keys of the erased entities, such as {@code mailto:} and {@code domain:}
 * @param names what they were called
 * @param episodeKeys sources that went or were masked
 * @param documentIds stored documents behind them
 * @param writeKeys writes that brought what is gone; they are never done again
 */
public record Erased(
    ErasureProof proof,
    List<String> entityKeys,
    List<String> names,
    List<String> episodeKeys,
    List<String> documentIds,
    List<String> writeKeys) {
  public Erased {
    entityKeys = List.copyOf(entityKeys);
    names = List.copyOf(names);
    episodeKeys = List.copyOf(episodeKeys);
    documentIds = List.copyOf(documentIds);
    writeKeys = List.copyOf(writeKeys);
  }
}
