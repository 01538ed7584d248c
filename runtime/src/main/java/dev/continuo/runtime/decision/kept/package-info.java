/**
 * Tests that are kept beside a table and speak against a release while they are red.
 *
 * <p>Start at {@link dev.continuo.runtime.decision.kept.KeptTests}.
 */
@NullMarked
@NamedInterface("kept")
package dev.continuo.runtime.decision.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
