package dev.continuo.runtime.effect;

import dev.continuo.runtime.upkeep.Upkeep;
import java.time.Duration;
import java.time.Instant;

/**
 * Carries decided proposals on: once after a start for what was cut off, then whenever a verdict
 * says so and every few seconds for what could not be done yet.
 */
final class EffectUpkeep {
  private final EffectLedger ledger;
  private final Dispatch dispatch;
  private final Instant begin = Instant.now();

  // a sending that is cut off at the end is asked about after the next start
  private final Upkeep rounds =
      Upkeep.every("effect-upkeep", Duration.ZERO, Duration.ofSeconds(3), this::carryOn)
          .withPatience(Duration.ofSeconds(20));

  EffectUpkeep(EffectLedger ledger, Dispatch dispatch) {
    this.ledger = ledger;
    this.dispatch = dispatch;
  }

  Upkeep rounds() {
    return rounds;
  }

  /** Looks soon, after the present transaction where there is one. */
  void soon() {
    rounds.soon();
  }

  private void carryOn() {
    for (LedgerEntry cut : ledger.cutOff(begin)) {
      dispatch.unknown(
          cut, "Continuo was stopped while it was being sent, so nobody knows whether it left.");
    }
    for (EffectLedger.Row row : ledger.unfinished()) {
      if (row.state() == ProposedEffect.State.ALLOWED) {
        dispatch.send(row.effectKey());
      }
      var now = ledger.row(row.effectKey()).orElseThrow();
      if (now.state() != ProposedEffect.State.ALLOWED
          && now.state() != ProposedEffect.State.STUCK) {
        dispatch.finish(now);
      }
    }
  }
}
