package dev.continuo.designer.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A personal access token as it is kept: without its secret.
 *
 * @param id its number
 * @param name what the owner called it
 * @param createdAt when it was made
 * @param lastUsedAt when it last opened the API, to the minute
 */
public record AccessToken(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
