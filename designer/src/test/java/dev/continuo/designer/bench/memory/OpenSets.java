package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.BenchReport;
import dev.continuo.designer.bench.Figure;
import dev.continuo.designer.bench.memory.Tally.Found;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.RankList;
import dev.continuo.ontology.recall.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Retrieval on the open sets whose folders were given: per list, fused, and what each list adds.
 */
final class OpenSets {
  /** The category of questions that take several turns. */
  private static final String MULTIHOP = "1";

  /** Lists that rank without another one. */
  private static final Set<RankList> BY_ITSELF =
      Set.of(RankList.WORDS, RankList.MEANING, RankList.WHOLE, RankList.SUBJECT, RankList.GRAPH);

  private final Embeddings embeddings;
  private final BenchReport report;

  OpenSets(Embeddings embeddings, BenchReport report) {
    this.embeddings = embeddings;
    this.report = report;
  }

  void musique(Path folder) {
    var tally = new Tally(false);
    var linked = Articles.musique(folder, true, embeddings);
    each("musique", tally, linked, Weights.linked().and(RankList.WORDS, 0.1));
    var found = crossed(tally, linked, Grids.linked());
    report.add(
        Figure.of("musique-r5", found.at5(), "%").beside(words(tally, linked).at5()).atLeast(66));
    report.add(
        Figure.of("musique-r10", found.at10(), "%")
            .beside(words(tally, linked).at10())
            .atLeast(80));
    adds("MuSiQue", tally, linked, Weights.linked());
    var bare = new Tally(false);
    var mentioned = Articles.musique(folder, false, embeddings);
    var without = crossed(bare, mentioned, Grids.mentions());
    report.add(Figure.of("musique-no-triples-r5", without.at5(), "%"));
    report.add(Figure.of("musique-no-triples-r10", without.at10(), "%"));
    report.add(
        Figure.of(
            "musique-no-triples-graph-r10",
            bare.of(mentioned, Weights.mentions().only(RankList.GRAPH)).at10(),
            "%"));
  }

  void hotpot(Path folder) {
    var tally = new Tally(false);
    var cases = Articles.hotpot(folder, embeddings);
    each("hotpot", tally, cases, Weights.mentions());
    var each = new Folds(tally).crossed(cases, Grids.mentions());
    var found = Found.mean(each.values());
    report.add(Figure.of("hotpot-r5", found.at5(), "%").beside(words(tally, cases).at5()));
    report.add(Figure.of("hotpot-r10", found.at10(), "%").beside(words(tally, cases).at10()));
    by(each, Case::kind)
        .forEach((kind, of) -> report.add(Figure.of("hotpot-" + kind + "-r5", of.at5(), "%")));
    adds("HotpotQA", tally, cases, Weights.mentions());
  }

  void qmsum(Path folder) {
    var dialogues = new Dialogues(embeddings);
    var tally = new Tally(true);
    var val = dialogues.qmsum(folder, "val");
    var test = dialogues.qmsum(folder, "test");
    each("qmsum", tally, test, Weights.dialogue());
    var chosen = new Folds(tally).best(val, Grids.dialogue());
    var found = tally.of(test, chosen);
    report.add(
        Figure.of("qmsum-any5", found.at5(), "%").beside(words(tally, test).at5()).atLeast(87));
    report.add(
        Figure.of("qmsum-any10", found.at10(), "%").beside(words(tally, test).at10()).atLeast(92));
    var dev = tally.of(val, chosen);
    report.note(
        "QMSum: tuned on val (%.1f/%.1f there) to %s; scored on test."
            .formatted(dev.at5(), dev.at10(), words(chosen)));
    adds("QMSum", tally, test, chosen);
  }

  void locomo(Path folder) {
    var tally = new Tally(false);
    var cases = new Dialogues(embeddings).locomo(folder);
    each("locomo", tally, cases, Grids.conversation().getFirst());
    var each = new Folds(tally).crossed(cases, Grids.conversation());
    var found = Found.mean(each.values());
    report.add(Figure.of("locomo-r5", found.at5(), "%").beside(words(tally, cases).at5()));
    report.add(Figure.of("locomo-r10", found.at10(), "%").beside(words(tally, cases).at10()));
    var kinds = by(each, Case::kind);
    if (kinds.containsKey(MULTIHOP)) {
      report.add(Figure.of("locomo-multihop-r10", kinds.get(MULTIHOP).at10(), "%"));
    }
    kinds.forEach((kind, of) -> note("LoCoMo category " + kind, of));
    var conversations = by(each, Case::group);
    conversations.forEach((group, of) -> note("LoCoMo " + group, of));
    note("LoCoMo, the mean of the conversations", Found.mean(conversations.values()));
    adds("LoCoMo", tally, cases, new Folds(tally).best(cases, Grids.conversation()));
  }

  private void note(String what, Found found) {
    report.note("%s: %.1f/%.1f.".formatted(what, found.at5(), found.at10()));
  }

  private static Found crossed(Tally tally, List<Case> cases, List<Weights> grid) {
    return Found.mean(new Folds(tally).crossed(cases, grid).values());
  }

  private static Map<String, Found> by(Map<Case, Found> each, Function<Case, String> key) {
    var means = new TreeMap<String, Found>();
    each.entrySet().stream()
        .collect(Collectors.groupingBy(e -> key.apply(e.getKey())))
        .forEach(
            (name, of) ->
                means.put(name, Found.mean(of.stream().map(Map.Entry::getValue).toList())));
    return means;
  }

  private static Found words(Tally tally, List<Case> cases) {
    return tally.of(cases, Weights.of(RankList.WORDS, 1));
  }

  private void each(String set, Tally tally, List<Case> cases, Weights weights) {
    for (RankList list : weights.lists().keySet().stream().sorted().toList()) {
      if (BY_ITSELF.contains(list)) {
        var found = tally.of(cases, weights.only(list).spreadBy(0));
        String id = set + "-" + list.name().toLowerCase(Locale.ROOT);
        report.add(Figure.of(id + "-5", found.at5(), "%"));
        report.add(Figure.of(id + "-10", found.at10(), "%"));
      }
    }
  }

  private void adds(String set, Tally tally, List<Case> cases, Weights all) {
    var whole = tally.of(cases, all);
    var lines = new ArrayList<String>();
    for (RankList list : all.lists().keySet().stream().sorted().toList()) {
      var without = tally.of(cases, all.and(list, 0));
      lines.add(
          "%s %+.1f/%+.1f"
              .formatted(
                  list.name().toLowerCase(Locale.ROOT),
                  whole.at5() - without.at5(),
                  whole.at10() - without.at10()));
    }
    if (all.apart() > 0) {
      var without = tally.of(cases, all.spreadBy(0));
      lines.add(
          "spreading %+.1f/%+.1f"
              .formatted(whole.at5() - without.at5(), whole.at10() - without.at10()));
    }
    report.note(
        "%s, %.1f/%.1f with %s; what each adds to the rest: %s."
            .formatted(set, whole.at5(), whole.at10(), words(all), String.join(", ", lines)));
  }

  private static String words(Weights weights) {
    return weights.lists().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue())
            .collect(Collectors.joining(", "))
        + (weights.apart() > 0 ? ", " + weights.apart() + " turns apart" : "");
  }
}
