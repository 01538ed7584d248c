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
   * @param sure whether the words said so; else it is the likeliest of what is known
   */
  record Found(
      List<String> meant, List<FactRow> holding, int candidates, int stale, boolean sure) {}

  Found find(Reading reading, String subject, View view) {
    var labels = new LinkedHashSet<String>();
    var holding = new ArrayList<FactRow>();
    int candidates = 0;
    boolean sure = true;
    for (Meant who : reading.entities()) {
      var slots = slotsOf(who.kind());
      var said = words.meant(subject, slots);
      var rows = store.rows(who.id(), said.stream().map(SlotWords.Slot::predicate).toList(), MOST);
      var meant = said.isEmpty() ? likely(subject, slots, rows) : said;
      sure &= meant.equals(said);
      meant.forEach(slot -> labels.add(slot.label()));
      candidates +=
          (int) rows.stream().filter(r -> meant.stream().anyMatch(s -> asked(r, s))).count();
      meant.stream()
          .map(slot -> rows.stream().filter(r -> asked(r, slot)).filter(view::holds).toList())
          .filter(found -> !found.isEmpty())
          .findFirst()
          .ifPresent(holding::addAll);
    }
    return new Found(
        List.copyOf(labels), List.copyOf(holding), candidates, candidates - holding.size(), sure);
  }

  private List<SlotWords.Slot> likely(
      String subject, List<SlotWords.Slot> slots, List<FactRow> rows) {
    return words.likely(subject, slots.stream().filter(s -> known(s, rows)).toList());
  }

  private static boolean known(SlotWords.Slot slot, List<FactRow> rows) {
    return rows.stream().anyMatch(row -> asked(row, slot));
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
