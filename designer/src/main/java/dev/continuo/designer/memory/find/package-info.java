/** Search, and what came in lately. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
