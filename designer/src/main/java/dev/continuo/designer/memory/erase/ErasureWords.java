package dev.continuo.designer.memory.erase;

import dev.continuo.designer.memory.FactWords;
import dev.continuo.ontology.memory.ErasurePreview;
import dev.continuo.runtime.erasure.ErasureReach;
import dev.continuo.runtime.erasure.ErasureRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Erasures in the owner's words. */
final class ErasureWords {
  private static final Map<String, String> NAMES = names();

  private ErasureWords() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("facts", "fact");
    names.put("episodes", "source");
    names.put("documents", "document");
    names.put("mails", "mail");
    names.put("runs", "run");
    names.put("cards", "card");
    names.put("decisions", "decision");
    names.put("intents", "prepared message");
    names.put("files", "file");
    names.put("masked", "masked source");
    names.put("blackened", "blackened text");
    return names;
  }

  static List<String> goes(ErasurePreview preview, ErasureReach reach) {
    List<String> lines = new ArrayList<>();
    lines.add(
        FactWords.count(preview.facts(), "fact")
            + " of all times, "
            + FactWords.count(preview.episodes().size(), "source")
            + ", and what was made from them for search");
    if (reach.documents() + reach.mails() > 0) {
      lines.add(
          FactWords.count(reach.documents(), "stored document")
              + " and "
              + FactWords.count(reach.mails(), "mail"));
    }
    if (reach.runs() + reach.cards() + reach.intents() > 0) {
      lines.add(
          FactWords.count(reach.runs(), "run")
              + " with variables and decisions, "
              + FactWords.count(reach.cards(), "card")
              + ", "
              + FactWords.count(reach.intents(), "prepared message")
              + "; a run still on its way is ended");
    }
    lines.add("Files in the outbox and the calendar, and the words of the log for people");
    return lines;
  }

  static List<String> stays(ErasurePreview preview, int logDays) {
    List<String> lines = new ArrayList<>();
    if (!preview.shared().isEmpty()) {
      lines.add(
          FactWords.count(preview.shared().size(), "source")
              + " that others' facts stand on: only their sentences, every other word blackened");
    }
    lines.add("One row of proof: when, who, why and how much. It names nobody");
    lines.add(
        "Traces in the engines' own logs, which end by themselves within "
            + FactWords.count(logDays, "day"));
    lines.add("Backups that you made yourself, and what was sent to others");
    return lines;
  }

  /** "14 facts, 3 sources, 1 run". */
  static String counts(ErasureRecord proof) {
    String words =
        NAMES.entrySet().stream()
            .filter(one -> Objects.requireNonNullElse(proof.counts().get(one.getKey()), 0) > 0)
            .map(
                one ->
                    FactWords.count(
                        Objects.requireNonNullElse(proof.counts().get(one.getKey()), 0),
                        one.getValue()))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "nothing beyond its name" : words;
  }

  static String logs(ErasureRecord proof, ZoneId zone) {
    Instant until = proof.logsUntil();
    if (until == null) {
      return "Still under way.";
    }
    return Instant.now().isBefore(until)
        ? "The engines' own logs hold nothing of it from " + FactWords.moment(until, zone) + " on."
        : "The engines' own logs hold nothing of it since " + FactWords.moment(until, zone) + ".";
  }
}
