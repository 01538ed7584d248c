package dev.continuo.rules.table;

/**
 * A row of a decision table.
 *
 * @param number the row's place in its table, from 1
 * @param ruleId the row's id in the model; empty when it has none
 * @param words what the row says in the owner's words: its description, or its conditions
 * @param decision name of the decision whose table the row belongs to
 */
public record HitRow(int number, String ruleId, String words, String decision) {}
