package dev.continuo.runtime.filing;

import dev.continuo.runtime.document.DocumentText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A filed document and what came of reading it.
 *
 * @param key also the key of the source in memory
 * @param mediaType as found out from the content, or as it was told before that
 * @param state null while it waits to be read
 * @param characters how much text it has
 * @param note what happened, why, and what to do; empty where all went well
 */
public record FiledDocument(
    String key,
    String documentId,
    String name,
    String mediaType,
    long size,
    Instant at,
    DocumentText.@Nullable State state,
    int characters,
    String note) {}
