/** Memory out of the house and into it, and asked in SPARQL. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.carry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
