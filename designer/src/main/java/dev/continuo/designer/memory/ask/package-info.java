/** A question in words, answered with its evidence. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.ask;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
