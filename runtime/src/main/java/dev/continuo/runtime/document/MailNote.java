package dev.continuo.runtime.document;

/**
 * Something the reader of a mail should know: what was broken, left out or made harmless.
 *
 * @param code stable, kebab-case, for translation and rules
 * @param words one English sentence
 */
public record MailNote(String code, String words) {}
