package dev.continuo.runtime.document.tika;

/**
 * What the program says of a document.
 *
 * @param kind its word for what came of it
 * @param why its reason where there is no text; may be text from outside
 */
public record Answer(String kind, String mediaType, String why, String text) {}
