package dev.continuo.ontology.memory;

import java.math.BigDecimal;

/**
 * Who or what proposed the facts of a write and what it cost.
 *
 * @param agent for instance {@code intake}, {@code owner}, {@code table:lead-qualification}
 * @param detail anything a reader needs to judge it: model, version, row
 * @param cost in the currency of the operator's budget; zero for tier {@code local}
 */
public record Generation(String agent, String detail, BigDecimal cost) {

  public Generation(String agent, String detail) {
    this(agent, detail, BigDecimal.ZERO);
  }
}
