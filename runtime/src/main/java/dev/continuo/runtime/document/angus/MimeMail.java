package dev.continuo.runtime.document.angus;

/**
 * A message taken apart.
 *
 * @param headers its own headers
 * @param body its content
 * @param defects what was broken; grows while the leaves are read
 */
public record MimeMail(MailHeaders headers, MimeNode body, Defects defects) {}
