package dev.continuo.runtime.approval;

import java.util.UUID;

/**
 * A card was raised, answered, put off or withdrawn. Published inside the transaction; pages listen
 * after its commit.
 *
 * @param cardId the card
 */
public record InboxChanged(UUID cardId) {}
