package dev.continuo.runtime.document;

/**
 * A mailbox as a mail names it.
 *
 * @param name the display name, may be empty
 * @param address the address as written, with one {@code @}
 */
public record MailAddress(String name, String address) {}
