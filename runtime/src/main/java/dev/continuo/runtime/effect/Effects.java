package dev.continuo.runtime.effect;

import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepOutcome;
import java.util.List;
import java.util.Optional;

/** The choke point: the only way from a run to the outside world. */
public interface Effects {
  /**
   * Puts a proposal to the gate policy under the step's effect key: sends it, parks it behind a
   * card, or refuses it. Asking again with the same key returns where the first one stands.
   *
   * @return {@code Waiting} while a card is open or a sending is unresolved, {@code Done} with
   *     {@code verdict} ({@code approved|rejected|forbidden}) and {@code receipts} once it is
   *     decided
   */
  StepOutcome propose(StepContext step, Proposal proposal);

  /** The newest ledger rows, newest first. */
  List<LedgerEntry> ledger(int limit);

  /** The ledger rows of one run, in order. */
  List<LedgerEntry> ofRun(long runKey);

  /** What is to be sent under an effect key, if it is known. */
  Optional<ProposedEffect> effect(String effectKey);
}
