package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.Soft;
import dev.continuo.ontology.exchange.ImportReport;
import java.util.ArrayList;
import java.util.List;

/** What became of a file, and why each refused statement was refused. */
final class ImportResult extends Div {
  private static final int SHOWN = 200;

  ImportResult(ImportReport report) {
    addClassName("import-result");
    add(new H3(report.name()), new Span(words(report)));
    if (report.review() > 0) {
      add(new Anchor("memory/review", "Decide about what waits"));
    }
    if (report.refused().isEmpty()) {
      return;
    }
    Div refusals = new Div();
    refusals.addClassName("import-refusals");
    report.refused().stream()
        .limit(SHOWN)
        .forEach(
            refusal -> {
              Span why = new Span(refusal.why());
              why.addClassName("withheld-why");
              Span what = new Span(refusal.what());
              what.addClassNames("mono", "soft");
              Div line = new Div(why, what);
              line.addClassName("import-refusal");
              refusals.add(line);
            });
    add(new H3(FactWords.count(report.refused().size(), "refusal")), refusals);
    if (report.refused().size() > SHOWN) {
      add(Soft.words("The first " + SHOWN + " are shown; the API answers with all of them."));
    }
  }

  private static String words(ImportReport report) {
    List<String> words = new ArrayList<>();
    add(words, report.restored(), "taken back with their history");
    add(words, report.accepted(), report.accepted() == 1 ? "became a fact" : "became facts");
    add(words, report.known(), "known already");
    add(words, report.review(), report.review() == 1 ? "waits for you" : "wait for you");
    add(words, report.refused().size(), "refused");
    return words.isEmpty()
        ? "There was nothing in it that memory could take."
        : String.join(", ", words) + ".";
  }

  private static void add(List<String> words, int number, String what) {
    if (number > 0) {
      words.add("%,d %s".formatted(number, what));
    }
  }
}
