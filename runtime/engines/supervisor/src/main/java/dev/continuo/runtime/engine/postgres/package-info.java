/** PostgreSQL as a child process. */
@NullMarked
package dev.continuo.runtime.engine.postgres;

import org.jspecify.annotations.NullMarked;
