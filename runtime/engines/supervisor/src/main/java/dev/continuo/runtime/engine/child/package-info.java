/** What the supervisor knows of any child process, and what the operating system knows of it. */
@NullMarked
package dev.continuo.runtime.engine.child;

import org.jspecify.annotations.NullMarked;
