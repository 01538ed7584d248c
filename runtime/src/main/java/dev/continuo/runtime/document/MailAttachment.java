package dev.continuo.runtime.document;

/**
 * A file that came with a mail, kept by reference.
 *
 * @param name a name for people, without folders
 * @param mediaType as the mail says
 * @param size bytes after decoding
 * @param documentId where {@link Documents} keeps it
 */
public record MailAttachment(String name, String mediaType, long size, String documentId) {}
