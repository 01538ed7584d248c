/** SHACL validation with Apache Jena. */
@NullMarked
package dev.continuo.ontology.shape.jena;

import org.jspecify.annotations.NullMarked;
