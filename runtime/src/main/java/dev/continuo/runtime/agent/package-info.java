/** Roles that read, remember and write on the operator's behalf, each behind a typed contract. */
@NullMarked
package dev.continuo.runtime.agent;

import org.jspecify.annotations.NullMarked;
