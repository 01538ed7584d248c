package dev.continuo.runtime.document;

/**
 * What is known of a kept document.
 *
 * @param id SHA-256 of the content, 64 hexadecimal digits
 * @param size bytes
 * @param mediaType as told by whoever stored it first
 * @param name a name for people, without folders
 */
public record StoredDocument(String id, long size, String mediaType, String name) {}
