package dev.continuo.designer.run;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.journal.TraceKind;
import dev.continuo.runtime.journal.TraceLine;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What happened, one line each, indented under what caused it. */
final class TraceList extends Div {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final Duration WORTH_TELLING = Duration.ofMillis(500);
  private static final int DEEPEST = 4;

  private final Consumer<TraceLine> opened;

  TraceList(Consumer<TraceLine> opened) {
    this.opened = opened;
    addClassName("trace");
    getElement().setAttribute("role", "list");
  }

  void show(List<TraceLine> lines, ZoneId zone, String elementId) {
    removeAll();
    for (TraceLine line : lines) {
      add(line(line, zone, !elementId.isEmpty() && !elementId.equals(line.elementId())));
    }
  }

  /** Brings the first line that is not faint into view. */
  void reveal() {
    getChildren()
        .filter(line -> !line.hasClassName("faint"))
        .findFirst()
        .ifPresent(line -> line.getElement().executeJs("this.scrollIntoView({block: 'center'})"));
  }

  private NativeButton line(TraceLine line, ZoneId zone, boolean faint) {
    Span time = new Span(CLOCK.format(line.at().atZone(zone)));
    time.addClassNames("soft", "small", "trace-time");
    time.setTitle(Moments.exact(line.at(), zone));
    Span sign = new Span();
    sign.add(glyph(line.kind()).icon());
    sign.setClassName(("trace-sign " + tone(line.kind())).strip());
    sign.getElement().setAttribute("title", word(line.kind()));
    Span words = new Span(capital(line.sentence()));
    words.addClassName("trace-words");
    Span took = new Span(took(line));
    took.addClassNames("soft", "small", "num");
    NativeButton row = new NativeButton();
    row.add(time, sign, words, took);
    row.addClassName("trace-line");
    row.setClassName("faint", faint);
    row.getStyle().set("--depth", String.valueOf(Math.min(DEEPEST, line.depth())));
    row.getElement().setAttribute("role", "listitem");
    row.addClickListener(click -> opened.accept(line));
    return row;
  }

  /** Sentences follow a flow's name in the log; here they stand alone. */
  static String capital(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String took(TraceLine line) {
    Duration took = line.took();
    return took == null || took.compareTo(WORTH_TELLING) < 0 ? "" : RunWords.took(took);
  }

  static String word(TraceKind kind) {
    return switch (kind) {
      case MESSAGE -> "Message";
      case MEMORY -> "Memory";
      case DECISION -> "Decision";
      case AGENT -> "Agent";
      case APPROVAL -> "Your word";
      case EFFECT -> "Outside effect";
      case COMPENSATION -> "Taken back";
      case TRANSITION -> "Step";
      case INCIDENT -> "Problem";
      case NOTE -> "Note";
    };
  }

  private static Glyph glyph(TraceKind kind) {
    return switch (kind) {
      case MESSAGE -> Glyph.MAIL;
      case MEMORY -> Glyph.MEMORY;
      case DECISION -> Glyph.RULES;
      case AGENT -> Glyph.SPARK;
      case APPROVAL -> Glyph.PERSON;
      case EFFECT -> Glyph.SEND;
      case COMPENSATION -> Glyph.UNDO;
      case TRANSITION -> Glyph.STEP;
      case INCIDENT -> Glyph.ALERT;
      case NOTE -> Glyph.NOTE;
    };
  }

  private static String tone(TraceKind kind) {
    return switch (kind) {
      case AGENT, MEMORY -> "violet";
      case APPROVAL -> "person";
      case EFFECT -> "green";
      case COMPENSATION -> "amber";
      case INCIDENT -> "red";
      case DECISION, MESSAGE -> "act";
      case TRANSITION, NOTE -> "";
    };
  }
}
