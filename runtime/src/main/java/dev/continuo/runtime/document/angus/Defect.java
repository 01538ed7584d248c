package dev.continuo.runtime.document.angus;

/**
 * Something broken in a message's structure.
 *
 * @param code stable, kebab-case
 * @param words one sentence
 */
public record Defect(String code, String words) {}
