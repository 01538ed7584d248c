/** What surrounds a thing, as a drawing, and the sentence each fact stands on. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
