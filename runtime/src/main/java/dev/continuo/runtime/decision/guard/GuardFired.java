package dev.continuo.runtime.decision.guard;

import dev.continuo.rules.guard.Firing;
import dev.continuo.rules.guard.Guard;

/**
 * A guard spoke. Published once for each firing, inside the transaction that stores it: what a
 * listener writes there happens once, too.
 */
public record GuardFired(Guard guard, Firing firing) {}
