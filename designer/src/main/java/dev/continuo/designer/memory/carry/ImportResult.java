package dev.continuo.designer.memory.carry;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.LongList;
import dev.continuo.ontology.exchange.ImportReport;
import dev.continuo.ontology.exchange.ImportReport.Refusal;
import dev.continuo.ontology.memory.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a file, and why each refused statement was refused. */
final class ImportResult extends Div {
  ImportResult(ImportReport report) {
    addClassName("import-result");
    add(new H3(report.name()), new Span(words(report)));
    if (report.review() > 0) {
      add(new Anchor("memory/review", "Decide about what waits"));
    }
    if (report.refused().isEmpty()) {
      return;
    }
    LongList<Refusal> refusals =
        new LongList<Refusal>(
                (words, slice) -> some(report.refused(), words, slice), ImportResult::line)
            .searched("Search the refusals")
            .exported(
                "refusals",
                List.of("statement", "why"),
                refusal -> List.of(refusal.what(), refusal.why()));
    refusals.addClassName("import-refusals");
    add(new H3(FactWords.count(report.refused().size(), "refusal")), refusals);
    refusals.load();
  }

  private static List<Refusal> some(List<Refusal> all, String words, Slice slice) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return slice.of(
        all.stream()
            .filter(one -> (one.what() + " " + one.why()).toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
  }

  private static Div line(Refusal refusal) {
    Span why = new Span(refusal.why());
    why.addClassName("withheld-why");
    Span what = new Span(refusal.what());
    what.addClassNames("mono", "soft");
    Div line = new Div(why, what);
    line.addClassName("import-refusal");
    return line;
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
