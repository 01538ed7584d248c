package dev.continuo.designer.memory.words;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Soft;
import dev.continuo.ontology.memory.VocabularyReport;
import java.util.Locale;

/** What a check or a dry run found: faults, facts without a place, facts before and after. */
final class VocabularyFindings extends Div {
  private static final int SHOWN = 100;

  VocabularyFindings(VocabularyReport report, String clean) {
    addClassName("vocabulary-findings");
    if (report.isClean() && report.changes().isEmpty()) {
      Span good = new Span(clean);
      good.addClassName("good");
      add(good);
      return;
    }
    if (!report.findings().isEmpty()) {
      add(new H3("What is wrong with it"));
      report.findings().forEach(finding -> add(line(sentence(finding), "")));
    }
    if (!report.obstacles().isEmpty()) {
      add(new H3("Facts that would lose their place"));
      report.obstacles().stream()
          .limit(SHOWN)
          .forEach(obstacle -> add(line(obstacle.sentence(), obstacle.why())));
    }
    if (!report.changes().isEmpty()) {
      add(
          new H3(
              FactWords.count(report.changes().size(), "fact")
                  + (report.applied() ? " written anew" : " to be written anew")));
      report.changes().stream().limit(SHOWN).forEach(change -> add(change(change)));
    }
  }

  private static String sentence(String words) {
    return words.substring(0, Math.min(1, words.length())).toUpperCase(Locale.ROOT)
        + words.substring(Math.min(1, words.length()));
  }

  private static Div change(VocabularyReport.Change change) {
    Span before = new Span(change.before());
    before.addClassName("cell-before");
    Span after = new Span(change.after());
    after.addClassName("cell-after");
    Div line = new Div(before, after);
    line.addClassName("finding-line");
    return line;
  }

  private static Div line(String what, String why) {
    Div line = new Div(new Span(what), Soft.words(why));
    line.addClassName("finding-line");
    return line;
  }
}
