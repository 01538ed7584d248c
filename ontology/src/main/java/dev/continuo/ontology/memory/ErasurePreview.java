package dev.continuo.ontology.memory;

import java.util.List;

/**
 * What an erasure would take.
 *
 * @param entities those that were named, with what is only about them: requests, messages,
 *     commitments
 * @param people who work for or belong to the named organisations and are not named themselves
 * @param facts how many rows, of all times
 * @param episodes keys of the sources that go as a whole
 * @param shared keys of the sources that others' facts stand on; they are masked
 * @param documentIds stored documents behind those sources
 * @param entityKeys keys of the entities, such as {@code mailto:}
 * @param names what they are called
 * @param writeKeys writes that brought what goes
 * @param vectors how many vectors and roll-ups
 */
public record ErasurePreview(
    List<Entity> entities,
    List<Entity> people,
    int facts,
    List<String> episodes,
    List<String> shared,
    List<String> documentIds,
    List<String> entityKeys,
    List<String> names,
    List<String> writeKeys,
    int vectors) {
  public ErasurePreview {
    entities = List.copyOf(entities);
    people = List.copyOf(people);
    episodes = List.copyOf(episodes);
    shared = List.copyOf(shared);
    documentIds = List.copyOf(documentIds);
    entityKeys = List.copyOf(entityKeys);
    names = List.copyOf(names);
    writeKeys = List.copyOf(writeKeys);
  }
}
