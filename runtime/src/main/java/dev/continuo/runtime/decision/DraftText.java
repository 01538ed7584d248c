package dev.continuo.runtime.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The text that is being edited, as it is stored and not looked at.
 *
 * @param revision hand it back with the next save
 */
public record DraftText(
    String tableId, String title, String xml, int revision, @Nullable Instant savedAt) {}
