/** How alike two entities are, by what memory knows of them. Pure. */
@NullMarked
package dev.continuo.ontology.memory.identity;

import org.jspecify.annotations.NullMarked;
