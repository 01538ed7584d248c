/** RDF and SPARQL with Apache Jena. */
@NullMarked
package dev.continuo.ontology.exchange.jena;

import org.jspecify.annotations.NullMarked;
