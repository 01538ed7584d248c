/** Take a client out of every store, and show the proof. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.erase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
