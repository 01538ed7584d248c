/**
 * What the engine reported, kept: the journal of its records, the read model of runs projected from
 * it, the trace of every run and the log that people read.
 */
@NullMarked
package dev.continuo.runtime.journal;

import org.jspecify.annotations.NullMarked;
