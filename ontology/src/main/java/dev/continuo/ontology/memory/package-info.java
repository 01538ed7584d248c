/**
 * Facts with their source, validity and history: written once through the gate, read as of a date.
 */
@NullMarked
package dev.continuo.ontology.memory;

import org.jspecify.annotations.NullMarked;
