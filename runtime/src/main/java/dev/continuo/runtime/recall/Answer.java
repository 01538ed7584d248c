package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.Recalled;

/**
 * An answer with what it stands on.
 *
 * @param markdown the answer; evidence is named by its number in {@code recalled.items()}: [1]
 * @param recalled the evidence and what it took to find it
 * @param by {@code facts} or the model's name
 * @param why one sentence on why no model put it into words although there is one; empty otherwise
 */
public record Answer(String markdown, Recalled recalled, String by, String why) {}
