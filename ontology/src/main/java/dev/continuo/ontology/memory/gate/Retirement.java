package dev.continuo.ontology.memory.gate;

/** A stored fact that is closed before anything else: a correction or a retraction. */
public record Retirement(String factId, String slotKey, String subjectId, String subjectKind) {}
