package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.vocabulary.Predicate;

/** A proposal in the vocabulary's terms, with its evidence found and its interval known. */
record Candidate(
    int index,
    FactProposal proposal,
    Predicate predicate,
    Interval stated,
    Evidence evidence,
    boolean decided) {}
