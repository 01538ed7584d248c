package dev.continuo.ontology.recall;

import dev.continuo.ontology.recall.Reading.Meant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Searches by words, meaning and graph: on the warm shelf of the client that is named, over the
 * whole store, or on both where the words may name something or may be just words. What does not
 * hold at the asked time is dropped and counted.
 */
final class PassageSearch {

  private static final int STORE = 60;
  private static final int SOURCES = 12;
  private static final int FACTS = 400;
  private static final int OF_SOURCE = 200;

  /** What says it best is shown, however much else has a name that the question's words have. */
  private static final int KEPT = 3;

  private final RecallStore store;
  private final Embeddings embeddings;
  private final ClientShelves shelves;
  private final Weights weights;

  PassageSearch(RecallStore store, Embeddings embeddings, ClientShelves shelves, Weights weights) {
    this.store = store;
    this.embeddings = embeddings;
    this.shelves = shelves;
    this.weights = weights;
  }

  /** Items best first. */
  record Found(List<RecalledItem> items, int candidates, int stale, boolean warm, boolean hot) {}

  private record Ranked(Map<String, PassageRow> rows, List<RankedText> order, boolean warm) {}

  Found find(Question question, Reading reading, View view, Set<String> answered) {
    var names = reading.entities().stream().filter(Meant::sure).map(Meant::said).toList();
    var words = new LinkedHashSet<>(EnglishWords.subject(question.text(), names));
    if (words.isEmpty()) {
      words.addAll(EnglishWords.words(question.text()));
    }
    var ranked = ranked(question, reading, words);
    var sources = new LinkedHashSet<String>();
    ranked.order().forEach(r -> sources.add(row(ranked, r).episodeKey()));
    var evidence =
        store.rowsOf(sources.stream().limit(SOURCES).toList(), OF_SOURCE).stream()
            .collect(Collectors.groupingBy(FactRow::episodeKey));
    var items = new ArrayList<RecalledItem>();
    int stale = 0;
    double best = best(ranked.order());
    for (RankedText text : ranked.order()) {
      var row = row(ranked, text);
      var facts = evidence.getOrDefault(row.episodeKey(), List.of());
      var holding = facts.stream().filter(view::holds).toList();
      if (!view.knew(row) || !facts.isEmpty() && holding.isEmpty()) {
        stale++;
        continue;
      }
      String said = without(row.text(), facts, holding);
      if (!said.isBlank()) {
        items.add(row.item(said, text.score() / best, lists(text)));
      }
    }
    var rows = factRows(reading, words, evidence.values());
    var facts = facts(rows, words, view, answered, items);
    int dropped = (int) rows.stream().filter(r -> !view.holds(r)).count();
    items.addAll(facts);
    items.sort((a, b) -> Double.compare(b.score(), a.score()));
    return new Found(
        items, ranked.rows().size() + rows.size(), stale + dropped, ranked.warm(), reading.sure());
  }

  private static PassageRow row(Ranked ranked, RankedText text) {
    return java.util.Objects.requireNonNull(ranked.rows().get(text.id()));
  }

  private Ranked ranked(Question question, Reading reading, Collection<String> words) {
    if (reading.entities().isEmpty()) {
      return everywhere(question, words);
    }
    var client = client(question, reading);
    return reading.sure() ? client : both(client, everywhere(question, words));
  }

  /** Each by its own measure: the best of one counts as much as the best of the other. */
  private static Ranked both(Ranked one, Ranked other) {
    var rows = new LinkedHashMap<>(one.rows());
    rows.putAll(other.rows());
    var order = new LinkedHashMap<String, RankedText>();
    for (Ranked ranked : List.of(one, other)) {
      double best = best(ranked.order());
      for (RankedText text : ranked.order()) {
        order.merge(
            text.id(),
            new RankedText(text.id(), text.score() / best, text.lists()),
            (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    return new Ranked(rows, sorted(order.values()), false);
  }

  private static double best(List<RankedText> order) {
    return order.isEmpty() ? 1 : Math.max(1e-9, order.getFirst().score());
  }

  private static List<RankedText> sorted(Collection<RankedText> texts) {
    return texts.stream().sorted((a, b) -> Double.compare(b.score(), a.score())).toList();
  }

  private Ranked client(Question question, Reading reading) {
    var rows = new LinkedHashMap<String, PassageRow>();
    var order = new ArrayList<RankedText>();
    boolean warm = true;
    for (Meant who : reading.entities()) {
      var shelf = shelves.of(who.id());
      warm &= shelf.warm();
      rows.putAll(shelf.rows());
      order.addAll(shelf.shelf().rank(question.text(), weights, STORE / 2));
    }
    return new Ranked(rows, sorted(order), warm);
  }

  private Ranked everywhere(Question question, Collection<String> words) {
    var found = store.passages(words, embeddings.embed(question.text()), STORE);
    var rows = new LinkedHashMap<String, PassageRow>();
    found.forEach(row -> rows.put(row.id(), row));
    var shelf = ClientShelves.shelf(List.copyOf(rows.values()), embeddings);
    var lists = new HashMap<>(shelf.lists(question.text(), weights.and(RankList.WORDS, 0)));
    lists.put(
        RankList.WORDS,
        Scores.toBest(rows.values().stream().mapToDouble(PassageRow::wordScore).toArray()));
    var said = shelf.rank(lists, weights.and(RankList.NAMES, 0).and(RankList.GRAPH, 0), KEPT);
    return new Ranked(rows, lifted(shelf.rank(lists, weights, STORE / 2), said), false);
  }

  /** With those first places for what the words and the meaning alone are closest to. */
  private static List<RankedText> lifted(List<RankedText> order, List<RankedText> said) {
    double best = best(order);
    var lifted = new LinkedHashMap<String, RankedText>();
    order.forEach(text -> lifted.put(text.id(), text));
    for (int i = 0; i < said.size(); i++) {
      var text = said.get(i);
      double least = best * (0.95 - 0.05 * i);
      lifted.merge(
          text.id(),
          new RankedText(text.id(), least, text.lists()),
          (a, b) -> a.score() >= b.score() ? a : b);
    }
    return sorted(lifted.values());
  }

  private List<FactRow> factRows(
      Reading reading, Collection<String> words, Collection<List<FactRow>> evidence) {
    var rows = new LinkedHashMap<String, FactRow>();
    if (!reading.sure()) {
      store.rowsByWords(words, STORE).forEach(r -> rows.put(r.fact().factId(), r));
    }
    for (Meant who : reading.entities()) {
      store.rows(who.id(), List.of(), FACTS).forEach(r -> rows.put(r.fact().factId(), r));
    }
    evidence.forEach(l -> l.forEach(r -> rows.putIfAbsent(r.fact().factId(), r)));
    return List.copyOf(rows.values());
  }

  /** Facts that hold, by shared words and by how well their source ranks; one version a slot. */
  private static List<RecalledItem> facts(
      List<FactRow> rows,
      Collection<String> words,
      View view,
      Set<String> answered,
      List<RecalledItem> passages) {
    var bySource = new HashMap<String, Double>();
    passages.forEach(p -> bySource.merge(p.episodeKey(), p.score(), Math::max));
    var asked = new HashSet<>(EnglishWords.stemmed(words));
    var seen = new HashSet<>(answered);
    return rows.stream()
        .filter(view::holds)
        .filter(r -> seen.add(r.fact().factId()))
        .map(
            r -> {
              var said = new HashSet<>(EnglishWords.stems(r.sentence() + " " + r.quote()));
              double shared =
                  asked.isEmpty()
                      ? 0.5
                      : (double) asked.stream().filter(said::contains).count() / asked.size();
              double source = bySource.getOrDefault(r.episodeKey(), 0.0);
              return r.item(0.6 * shared + 0.3 * source, "words");
            })
        .filter(item -> item.score() > 0.2)
        .toList();
  }

  /** The passage without sentences that only facts stand on which do not hold. */
  private static String without(String text, List<FactRow> facts, List<FactRow> holding) {
    var live = holding.stream().map(FactRow::quote).collect(Collectors.toSet());
    String said = text;
    for (FactRow fact : facts) {
      if (!holding.contains(fact) && fact.quote().length() > 12 && !live.contains(fact.quote())) {
        said = said.replace(fact.quote(), "\u2026");
      }
    }
    return said.replaceAll("(\u2026\\s*)+", "\u2026 ").strip().equals("\u2026") ? "" : said;
  }

  private List<String> lists(RankedText text) {
    return text.lists().entrySet().stream()
        .filter(e -> e.getValue() * weights.weight(e.getKey()) > 0.1)
        .map(e -> e.getKey().name().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }
}
