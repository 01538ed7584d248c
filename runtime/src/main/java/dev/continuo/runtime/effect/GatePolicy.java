package dev.continuo.runtime.effect;

import dev.continuo.runtime.decision.DecisionRequest;
import dev.continuo.runtime.decision.Decisions;
import dev.continuo.runtime.flow.StepContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * Asks the house table <em>gate policy</em> about each intent. The strictest answer counts; an
 * answer that is not one of the three words is taken as "ask".
 */
final class GatePolicy {
  private static final String TABLE = "gate-policy";
  private final Decisions decisions;

  GatePolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  enum Answer {
    ALLOW,
    ASK,
    FORBID
  }

  /**
   * The policy's answer to a proposal.
   *
   * @param answer the strictest over all intents
   * @param rules the rows that hit, in words
   */
  record Ruling(Answer answer, List<String> rules) {}

  Ruling rule(StepContext step, Proposal proposal) {
    var strictest = Answer.ALLOW;
    var rules = new ArrayList<String>();
    for (Intent intent : proposal.intents()) {
      var inputs = new HashMap<String, Object>();
      inputs.put("effectClass", "outside");
      inputs.put("channel", intent.channel());
      inputs.put("amount", proposal.amount());
      inputs.put("clientStanding", proposal.clientStanding());
      inputs.put("flowAutonomy", "supervised");
      var result =
          decisions.evaluate(
              new DecisionRequest(
                  TABLE, null, inputs, step.runKey(), step.elementInstanceKey(), step.elementId()));
      Answer answer = answer(String.valueOf(result.outputs().get("outcome")));
      if (answer.compareTo(strictest) > 0) {
        strictest = answer;
      }
      result
          .hits()
          .forEach(
              hit ->
                  rules.add(
                      "Gate policy v%d, row %d: %s"
                          .formatted(result.version(), hit.number(), hit.words())));
    }
    return new Ruling(strictest, rules.stream().distinct().toList());
  }

  private static Answer answer(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "allow" -> Answer.ALLOW;
      case "forbid" -> Answer.FORBID;
      default -> Answer.ASK;
    };
  }
}
