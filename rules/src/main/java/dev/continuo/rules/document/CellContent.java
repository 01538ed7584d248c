package dev.continuo.rules.document;

/**
 * One cell of a row.
 *
 * @param id the element's id; empty when it has none
 * @param text FEEL as it stands in the model, not judged
 */
public record CellContent(String id, String text) {}
