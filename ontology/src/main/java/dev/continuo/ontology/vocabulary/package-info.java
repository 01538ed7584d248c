/** The terms memory may use: kinds of things and predicates, read from Turtle files. */
@NullMarked
package dev.continuo.ontology.vocabulary;

import org.jspecify.annotations.NullMarked;
