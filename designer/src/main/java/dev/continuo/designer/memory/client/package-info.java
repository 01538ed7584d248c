/** One client's page: what is known, promised, agreed and when. */
@ApplicationModule
@NullMarked
package dev.continuo.designer.memory.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
