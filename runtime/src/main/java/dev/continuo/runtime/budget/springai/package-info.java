/**
 * Spring AI's chat models behind the ledger.
 *
 * <p>Start at {@link dev.continuo.runtime.budget.springai.HouseModels}.
 */
@NullMarked
@NamedInterface("models")
package dev.continuo.runtime.budget.springai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
