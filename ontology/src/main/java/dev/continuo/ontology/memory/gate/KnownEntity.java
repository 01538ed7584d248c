package dev.continuo.ontology.memory.gate;

/** An entity that the store has behind a key. */
public record KnownEntity(String id, String kind, String label) {}
