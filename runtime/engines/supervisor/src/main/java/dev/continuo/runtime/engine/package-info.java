/** Starts, watches and stops the engines that Continuo stands on, as supervised child processes. */
@NullMarked
package dev.continuo.runtime.engine;

import org.jspecify.annotations.NullMarked;
