/** Recall on Neo4j: passages with words and vectors beside the facts of memory. */
@NullMarked
package dev.continuo.ontology.recall.neo4j;

import org.jspecify.annotations.NullMarked;
