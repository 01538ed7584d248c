package dev.continuo.ontology.memory;

/**
 * How much a source counts; a lower one never supersedes a higher one. Declared in rising order.
 */
public enum SourceRank {
  /** Read out of something by a program or a model. */
  EXTRACTED,
  /** Said in a mail by the person it concerns: header, signature, plain statement. */
  MAIL,
  /** A person looked at it and accepted it. */
  HUMAN_APPROVAL,
  /** It is in a signed contract. */
  SIGNED_CONTRACT;

  /** True when this source counts more than the other. */
  public boolean outranks(SourceRank other) {
    return compareTo(other) > 0;
  }
}
