package dev.continuo.designer.memory.client;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Two days: when it held, and when it was believed. Without either, it is now. */
final class LookBack extends Div {
  private final ZoneId zone;
  private final DayPick valid;
  private final DayPick believed;
  private final Span words = new Span();
  private final Button now;

  LookBack(ZoneId zone, Runnable changed) {
    this.zone = zone;
    addClassName("look-back");
    Runnable told =
        () -> {
          tell();
          changed.run();
        };
    this.valid = new DayPick("What held on", "The day it was so", told);
    this.believed = new DayPick("As believed on", "The day we knew it so", told);
    this.now =
        new Button(
            "Back to now",
            click -> {
              reset();
              changed.run();
            });
    words.addClassName("look-back-words");
    words.getElement().setAttribute("role", "status");
    Div line = new Div(words, now);
    line.addClassName("look-back-line");
    add(valid, believed, line);
    tell();
  }

  /** From the first day anything was so, or was known, to the last. */
  void span(Days days) {
    LocalDate today = LocalDate.now(zone);
    LocalDate last = day(days.lastValid());
    valid.span(day(days.firstValid()), last.isAfter(today) ? last : today);
    believed.span(day(days.firstRecorded()), today);
  }

  /** The point of view: the end of the chosen days. */
  AsOf asOf() {
    LocalDate held = valid.day();
    LocalDate known = believed.day();
    if (held == null && known == null) {
      return AsOf.now();
    }
    return held == null && known != null
        ? AsOf.believedAt(end(known))
        : new AsOf(held == null ? null : end(held), known == null ? null : end(known));
  }

  boolean isNow() {
    return valid.day() == null && believed.day() == null;
  }

  void reset() {
    valid.set(null);
    believed.set(null);
    tell();
  }

  void read(QueryParameters parameters) {
    valid.set(date(parameters, "valid"));
    believed.set(date(parameters, "believed"));
    tell();
  }

  /** So that the address of the page leads to the same day. */
  QueryParameters written() {
    Map<String, String> days = new TreeMap<>();
    LocalDate held = valid.day();
    LocalDate known = believed.day();
    if (held != null) {
      days.put("valid", held.toString());
    }
    if (known != null) {
      days.put("believed", known.toString());
    }
    return QueryParameters.simple(days);
  }

  private void tell() {
    LocalDate held = valid.day();
    LocalDate known = believed.day();
    words.setText(
        held == null && known == null
            ? "Now: what holds today, by all that is known."
            : "The past: "
                + (held == null ? "what was" : "what held on " + FactWords.day(held) + ",")
                + (known == null
                    ? " by all that is known now."
                    : " believed on " + FactWords.day(known) + "."));
    now.setVisible(!isNow());
    setClassName("past", !isNow());
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private Instant end(LocalDate day) {
    return day.atTime(LocalTime.MAX).atZone(zone).toInstant();
  }

  private static @Nullable LocalDate date(QueryParameters parameters, String name) {
    try {
      return parameters.getSingleParameter(name).map(LocalDate::parse).orElse(null);
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}
