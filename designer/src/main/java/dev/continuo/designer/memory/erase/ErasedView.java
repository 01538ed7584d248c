package dev.continuo.designer.memory.erase;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.designer.memory.LongList;
import dev.continuo.designer.memory.MemoryPlaces;
import dev.continuo.designer.memory.MemoryPlaces.Place;
import dev.continuo.designer.memory.Soft;
import dev.continuo.designer.shell.Blank;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.designer.shell.PageHead;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Shell;
import dev.continuo.ontology.memory.Slice;
import dev.continuo.runtime.erasure.Erasure;
import dev.continuo.runtime.erasure.ErasureRecord;
import dev.continuo.runtime.setting.Settings;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The proofs of what was erased; they name nobody. */
@Route(value = "memory/erased", layout = Shell.class)
@PageTitle("Erased · Continuo")
@StyleSheet("context://continuo-editors.css")
@StyleSheet("context://continuo-memory.css")
@PermitAll
class ErasedView extends Div {
  private static final int MOST = 10_000;

  private final Erasure erasure;
  private final Pulse pulse;
  private final ZoneId zone;
  private final LongList<ErasureRecord> list;
  private final Paragraph days;

  ErasedView(Erasure erasure, Settings settings, Pulse pulse) {
    this.erasure = erasure;
    this.pulse = pulse;
    this.zone = settings.work().zone();
    this.list =
        new LongList<ErasureRecord>(this::some, this::line)
            .framed()
            .searched("Search the proofs")
            .exported(
                "erased",
                List.of("why", "who", "asked for", "gone", "what"),
                record ->
                    List.of(
                        record.why(),
                        record.who(),
                        record.requestedAt(),
                        record.isDone() ? String.valueOf(record.doneAt()) : record.percent() + " %",
                        ErasureWords.counts(record)))
            .whenEmpty(ErasedView::nobody);
    this.days =
        new Paragraph(
            "What was erased may stay in the engines' own logs for up to "
                + FactWords.count(erasure.logDays(), "day")
                + "; they are compacted by themselves.");
    days.addClassNames("soft", "small", "below-panel");
    addClassNames("column", "memory");
    add(
        new PageHead("Erased", "Proofs of what was taken out; they name nobody"),
        new MemoryPlaces(Place.ERASED),
        list,
        days);
    load();
  }

  private void load() {
    list.load();
    days.setVisible(!erasure.records(1).isEmpty());
  }

  private List<ErasureRecord> some(String words, Slice slice) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return slice.of(
        erasure.records(MOST).stream()
            .filter(record -> record.why().toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
  }

  private static Blank nobody() {
    return new Blank(
        Glyph.MEMORY,
        "Nobody was erased",
        "A client's page has Erase at its top. It shows what goes and what stays before"
            + " anything happens.",
        new Anchor("memory", "Search memory"));
  }

  private Component line(ErasureRecord record) {
    Span tag = new Span(record.isDone() ? "Gone" : "Under way");
    tag.addClassNames("tag", record.isDone() ? "green" : "amber");
    Span why = new Span(record.why());
    why.addClassName("strong");
    Span counts =
        new Span(record.isDone() ? ErasureWords.counts(record) : "It is carried on by itself.");
    Span logs = Soft.words("by " + record.who() + ". " + ErasureWords.logs(record, zone));
    Div words = new Div(why, counts, logs);
    words.addClassName("fact-line-words");
    if (!record.isDone()) {
      words.add(new ErasureProgress(erasure, pulse, record.key(), this::load));
    }
    Span when = Moments.when(record.requestedAt(), zone);
    when.addClassNames("soft", "small", "num");
    Div line = new Div(tag, words, when);
    line.addClassName("settled-line");
    if (!record.isDone()) {
      line.add(new Button("Carry on now", click -> carryOn()));
    }
    return line;
  }

  /** What memory does not let go now is tried again by itself. */
  private void carryOn() {
    Thread.ofVirtual().name("erase").start(erasure::carryOn);
  }
}
