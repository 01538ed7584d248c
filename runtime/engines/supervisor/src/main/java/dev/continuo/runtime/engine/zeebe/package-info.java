/** Zeebe as a child process. */
@NullMarked
package dev.continuo.runtime.engine.zeebe;

import org.jspecify.annotations.NullMarked;
