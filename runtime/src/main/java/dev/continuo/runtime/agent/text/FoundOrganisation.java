package dev.continuo.runtime.agent.text;

import org.jspecify.annotations.Nullable;

/**
 * The organisation somebody writes for.
 *
 * @param domain its mail domain, or null for people at a free-mail provider
 * @param where the words of the text that name it, or null where only the mail address does
 */
public record FoundOrganisation(String name, @Nullable String domain, @Nullable Span where) {}
