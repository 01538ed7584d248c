/**
 * How good work may be while money is short: asked of the house table <em>Fidelity</em> with what
 * was spent of the month's plan.
 *
 * <p>Start at {@link dev.continuo.runtime.decision.fidelity.Fidelities}.
 */
@NullMarked
@NamedInterface("fidelity")
package dev.continuo.runtime.decision.fidelity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
