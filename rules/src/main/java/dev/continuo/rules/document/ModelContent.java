package dev.continuo.rules.document;

import java.util.List;

/** What a model says, as values. Two models with equal contents decide and read alike. */
public record ModelContent(
    String id,
    String name,
    String namespace,
    String description,
    List<InputContent> inputs,
    List<DecisionContent> decisions) {
  public ModelContent {
    inputs = List.copyOf(inputs);
    decisions = List.copyOf(decisions);
  }
}
