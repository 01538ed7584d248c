/** What memory leaves to a person: reviews, doubles, shaky and refused facts. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.decide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
