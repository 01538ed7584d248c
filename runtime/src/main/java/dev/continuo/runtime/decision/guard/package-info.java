/**
 * Guards at work: fed by the journal, their firings stored once, switched and set by the owner.
 *
 * <p>Start at {@link dev.continuo.runtime.decision.guard.HouseGuards}.
 */
@NullMarked
@NamedInterface("guard")
package dev.continuo.runtime.decision.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
