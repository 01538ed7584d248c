/**
 * The command line beside a running Continuo: status, stop, doctor, token. It needs nothing but the
 * JDK.
 */
@NullMarked
package dev.continuo.runtime.engine.console;

import org.jspecify.annotations.NullMarked;
