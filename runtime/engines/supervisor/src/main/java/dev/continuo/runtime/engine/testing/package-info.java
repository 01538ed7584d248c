/**
 * Real engines for tests: one set per build, or one per test program when a module is built alone.
 */
@NullMarked
package dev.continuo.runtime.engine.testing;

import org.jspecify.annotations.NullMarked;
