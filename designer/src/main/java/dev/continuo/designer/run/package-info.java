/** Runs: the list, and one run as a lit diagram with the causal list of what happened. */
@NullMarked
package dev.continuo.designer.run;

import org.jspecify.annotations.NullMarked;
