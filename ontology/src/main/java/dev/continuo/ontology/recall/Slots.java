package dev.continuo.ontology.recall;

import dev.continuo.ontology.recall.Reading.Meant;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks slots up: who is meant and what is asked of them decides the slot, its rows are read once
 * and those that hold at the asked time are the answer. Ranking has no say in it.
 */
final class Slots {

  private static final int MOST = 2_000;

  private final RecallStore store;
  private final SlotWords words;
  private final Supplier<Vocabulary> vocabulary;

  Slots(RecallStore store, Embeddings embeddings, Supplier<Vocabulary> vocabulary) {
    this.store = store;
    this.words = new SlotWords(embeddings);
    this.vocabulary = vocabulary;
  }

  /**
   * @param meant labels of the predicates that were asked for, empty for none
   */
  record Found(List<String> meant, List<FactRow> holding, int candidates, int stale) {}

  Found find(Reading reading, String subject, View view) {
    var labels = new LinkedHashSet<String>();
    var holding = new ArrayList<FactRow>();
    int candidates = 0;
    for (Meant who : reading.entities()) {
      var meant = words.meant(subject, slotsOf(who.kind()));
      if (meant.isEmpty()) {
        continue;
      }
      meant.forEach(slot -> labels.add(slot.label()));
      var rows = store.rows(who.id(), meant.stream().map(SlotWords.Slot::predicate).toList(), MOST);
      candidates += rows.size();
      meant.stream()
          .map(slot -> rows.stream().filter(r -> asked(r, slot)).filter(view::holds).toList())
          .filter(found -> !found.isEmpty())
          .findFirst()
          .ifPresent(holding::addAll);
    }
    return new Found(
        List.copyOf(labels), List.copyOf(holding), candidates, candidates - holding.size());
  }

  private static boolean asked(FactRow row, SlotWords.Slot slot) {
    return row.fact().predicate().equals(slot.predicate());
  }

  /** Predicates that may be said of that kind, or point to it. */
  private List<SlotWords.Slot> slotsOf(String kind) {
    return vocabulary.get().predicates().stream()
        .filter(p -> fits(p, kind))
        .map(p -> new SlotWords.Slot(p.curie(), p.label()))
        .toList();
  }

  private static boolean fits(Predicate predicate, String kind) {
    return predicate.domains().isEmpty()
        || predicate.domains().contains(kind)
        || predicate.refKinds().contains(kind);
  }
}
