package dev.continuo.designer.budget;

import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;

/** What clients are called; their id while memory does not answer. */
final class ClientNames {
  private final Memory memory;

  ClientNames(Memory memory) {
    this.memory = memory;
  }

  String of(String id) {
    if (id.isEmpty()) {
      return "About nobody";
    }
    try {
      return memory.entity(id).map(Entity::label).orElse("Somebody who is not known any more");
    } catch (MemoryUnavailable | MemoryFailed resting) {
      return id;
    }
  }
}
