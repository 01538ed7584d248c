/** What is added to the Zeebe process: a Java agent that keeps its last open socket on loopback. */
@NullMarked
package dev.continuo.engine.zeebe;

import org.jspecify.annotations.NullMarked;
