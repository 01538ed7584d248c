/** The words memory knows, and the operator's own. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
