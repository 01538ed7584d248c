/** Reads the vocabulary's Turtle files with Apache Jena. */
@NullMarked
package dev.continuo.ontology.vocabulary.jena;

import org.jspecify.annotations.NullMarked;
