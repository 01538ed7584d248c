/** Flows: definitions and versions, the closed step catalogue, deployment and starting once. */
@NullMarked
package dev.continuo.runtime.flow;

import org.jspecify.annotations.NullMarked;
