/**
 * Finding what is known: a question is read by rules, answered from the slots first, then from
 * texts by words, meaning and graph, always with evidence and a point in time.
 */
@NullMarked
package dev.continuo.ontology.recall;

import org.jspecify.annotations.NullMarked;
