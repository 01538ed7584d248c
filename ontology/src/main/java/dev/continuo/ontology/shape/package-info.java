/** What a snapshot of memory must look like, and plain words for where it does not. */
@NullMarked
package dev.continuo.ontology.shape;

import org.jspecify.annotations.NullMarked;
