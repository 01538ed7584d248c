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
import java.util.stream.Collectors;

/**
 * Retrieval on the open sets whose folders were given: per list, fused, and what each list adds.
 */
final class OpenSets {
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
    var found = new Folds(tally).crossed(linked, Grids.linked());
    report.add(
        Figure.of("musique-r5", found.at5(), "%").beside(words(tally, linked).at5()).atLeast(66));
    report.add(
        Figure.of("musique-r10", found.at10(), "%")
            .beside(words(tally, linked).at10())
            .atLeast(80));
    adds("MuSiQue", tally, linked, Weights.linked());
    var bare = new Tally(false);
    var mentioned = Articles.musique(folder, false, embeddings);
    var without = new Folds(bare).crossed(mentioned, Grids.mentions());
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
    var found = new Folds(tally).crossed(cases, Grids.mentions());
    report.add(Figure.of("hotpot-r5", found.at5(), "%").beside(words(tally, cases).at5()));
    report.add(Figure.of("hotpot-r10", found.at10(), "%"));
    var bridge = cases.stream().filter(c -> c.kind().equals("bridge")).toList();
    if (!bridge.isEmpty()) {
      report.add(
          Figure.of(
              "hotpot-bridge-r5", new Folds(tally).crossed(bridge, Grids.mentions()).at5(), "%"));
    }
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
    each("locomo", tally, cases, Weights.dialogue().spreadBy(0).and(RankList.GROUP, 0.3));
    var folds = new Folds(tally);
    var found = folds.crossed(cases, Grids.conversation());
    report.add(Figure.of("locomo-r5", found.at5(), "%").beside(words(tally, cases).at5()));
    report.add(Figure.of("locomo-r10", found.at10(), "%").beside(words(tally, cases).at10()));
    var chosen = folds.best(cases, Grids.conversation());
    for (var kind :
        cases.stream().collect(Collectors.groupingBy(Case::kind)).entrySet().stream().toList()) {
      var of = tally.of(kind.getValue(), chosen);
      if (kind.getKey().equals("1")) {
        var crossed = folds.crossed(kind.getValue(), Grids.conversation());
        report.add(Figure.of("locomo-multihop-r10", crossed.at10(), "%"));
      }
      report.note(
          "LoCoMo category %s, %d questions, weights of all: %.1f/%.1f."
              .formatted(kind.getKey(), kind.getValue().size(), of.at5(), of.at10()));
    }
    cases.stream()
        .collect(Collectors.groupingBy(Case::group))
        .forEach(
            (group, own) -> {
              var of = tally.of(own, chosen);
              report.note(
                  "LoCoMo %s, %d questions: %.1f/%.1f."
                      .formatted(group, own.size(), of.at5(), of.at10()));
            });
  }

  private static Found words(Tally tally, List<Case> cases) {
    return tally.of(cases, Weights.of(RankList.WORDS, 1));
  }

  private void each(String set, Tally tally, List<Case> cases, Weights weights) {
    for (RankList list : weights.lists().keySet().stream().sorted().toList()) {
      if (list != RankList.NAMES && list != RankList.LENGTH && list != RankList.GROUP) {
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
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue())
            .collect(Collectors.joining(", "))
        + (weights.apart() > 0 ? ", " + weights.apart() + " turns apart" : "");
  }
}
