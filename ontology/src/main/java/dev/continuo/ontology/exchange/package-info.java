/** Memory carried out and in (RDF, JSON Lines, CSV), and asked in SPARQL. */
@NullMarked
package dev.continuo.ontology.exchange;

import org.jspecify.annotations.NullMarked;
