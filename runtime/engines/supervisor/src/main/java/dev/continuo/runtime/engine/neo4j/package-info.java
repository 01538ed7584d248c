/** Neo4j as a child process. */
@NullMarked
package dev.continuo.runtime.engine.neo4j;

import org.jspecify.annotations.NullMarked;
