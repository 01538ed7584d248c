package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.BenchReport;
import dev.continuo.designer.bench.Figure;
import dev.continuo.designer.bench.Samples;
import dev.continuo.designer.bench.memory.AsOfLine.Asked;
import dev.continuo.designer.bench.memory.AsOfLine.Event;
import dev.continuo.ontology.memory.AsOf;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Mode;
import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RecalledItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Feeds an as-of stream to a fresh memory and asks its questions. An answer is right when the first
 * item delivered has the gold value, or when nothing of the slot is delivered where nothing is
 * known.
 */
final class AsOfRun {
  private final BenchReport report;
  private final Embeddings embeddings;
  private final Path folder;
  private final List<Event> told = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, int[]> right = new HashMap<>();
  private final Samples micros = new Samples();
  private final List<String> wrong = new ArrayList<>();
  private int stale;
  private int dropped;

  AsOfRun(BenchReport report, Embeddings embeddings, Path folder) {
    this.report = report;
    this.embeddings = embeddings;
    this.folder = folder;
  }

  void run(String name, List<AsOfLine> lines) {
    try (var house = new MemoryHouse(folder, terms(lines), embeddings)) {
      boolean indexed = false;
      for (AsOfLine line : lines) {
        switch (line) {
          case Event event -> {
            remember(house, event);
            indexed = false;
          }
          case Asked asked -> {
            if (!indexed) {
              house.indexed();
              indexed = true;
            }
            ask(house, asked);
          }
        }
      }
      report(name, wrongSupersessions(house));
    }
  }

  private void remember(MemoryHouse house, Event event) {
    told.add(event);
    house.now(event.recorded());
    var subject = new EntityRef("schema:Person", key(event.entity()), event.entity());
    String text =
        event.text().isBlank()
            ? event.entity() + ": " + event.predicate() + " " + event.value()
            : event.text();
    var remembered =
        house.memory.remember(
            "asof:" + event.id(),
            new Episode("asof:" + event.id(), "note", event.recorded(), null, "Note", text),
            new Generation("bench", "as-of stream"),
            List.of(
                new FactProposal(
                    subject,
                    curie(event.predicate()),
                    new FactValue.Text(event.value()),
                    event.validFrom(),
                    1,
                    Evidence.of(text),
                    SourceRank.MAIL)));
    remembered.entityIds().forEach(ids::put);
  }

  private void ask(MemoryHouse house, Asked asked) {
    Instant end = told.getLast().recorded().plus(Duration.ofSeconds(1));
    house.now(
        asked.mode() == Mode.CURRENT && asked.at() != null && asked.at().isAfter(end)
            ? asked.at()
            : end);
    var answer =
        house.recall.recall(
            Question.of(asked.text()).from(asked.mode(), asked.at()).within(1500, 8));
    micros.add(answer.activity().micros());
    dropped += answer.activity().staleDropped();
    boolean good = right(answer, asked);
    String kind =
        asked.noisy()
            ? "noise"
            : switch (asked.mode()) {
              case CURRENT -> "current";
              case VALID_AT -> "valid";
              case BELIEVED_AT -> "believed";
            };
    var count = right.computeIfAbsent(kind, none -> new int[2]);
    count[0] += good ? 1 : 0;
    count[1]++;
    if (!good && wrong.size() < 12) {
      wrong.add(
          "%s | %s | gold %s | got %s"
              .formatted(
                  asked.mode(),
                  asked.text(),
                  asked.gold(),
                  answer.items().stream().limit(2).map(RecalledItem::text).toList()));
    }
    stale += stale(house, answer, asked);
  }

  private static boolean right(Recalled answer, Asked asked) {
    if (asked.gold() == null) {
      return answer.items().stream().allMatch(i -> i.fact() == null || !i.lists().contains("slot"));
    }
    var first = answer.items().stream().findFirst();
    return first.isPresent()
        && first.get().fact() != null
        && first.get().fact().value().equalsIgnoreCase(asked.gold());
  }

  /** Delivered facts that did not hold at the asked time, by the naive model. */
  private int stale(MemoryHouse house, Recalled answer, Asked asked) {
    Instant valid = asked.mode() == Mode.CURRENT ? house.now() : asked.at();
    Instant recorded = asked.mode() == Mode.BELIEVED_AT ? asked.at() : house.now();
    int count = 0;
    for (RecalledItem item : answer.items()) {
      var fact = item.fact();
      if (fact != null && fact.predicate().startsWith("bench:")) {
        var holds =
            told.stream()
                .filter(
                    e ->
                        curie(e.predicate()).equals(fact.predicate())
                            && fact.subjectId().equals(ids.get(key(e.entity()))))
                .findFirst()
                .map(e -> AsOfStream.believed(told, e.entity(), e.predicate(), valid, recorded));
        count += holds.isPresent() && holds.get().equals(fact.value()) ? 0 : 1;
      }
    }
    return count;
  }

  /** Slots whose believed history is not what the naive model says. */
  private int wrongSupersessions(MemoryHouse house) {
    int count = 0;
    Set<String> slots = new LinkedHashSet<>();
    for (Event e : told) {
      if (!slots.add(e.entity() + "\n" + e.predicate())) {
        continue;
      }
      boolean same =
          told.stream()
              .filter(x -> x.entity().equals(e.entity()) && x.predicate().equals(e.predicate()))
              .allMatch(
                  x ->
                      house
                          .memory
                          .facts(ids.get(key(e.entity())), AsOf.validAt(x.validFrom()))
                          .stream()
                          .filter(f -> f.predicate().equals(curie(e.predicate())))
                          .map(f -> f.value().words())
                          .toList()
                          .equals(
                              List.of(
                                  AsOfStream.believed(
                                      told,
                                      e.entity(),
                                      e.predicate(),
                                      x.validFrom(),
                                      Instant.MAX))));
      count += same ? 0 : 1;
    }
    return count;
  }

  private void report(String name, int wrongly) {
    for (String kind : List.of("current", "valid", "believed", "noise")) {
      var count = right.get(kind);
      if (count != null) {
        report.add(
            Figure.of(name + "-" + kind, 100.0 * count[0] / count[1], "%")
                .atLeast(kind.equals("noise") ? 90 : 98));
      }
    }
    boolean own = name.equals("asof");
    report.add(
        Figure.of(own ? "stale-delivered" : name + "-stale-delivered", stale, "facts").atMost(0));
    report.add(
        Figure.of(own ? "wrong-supersessions" : name + "-wrong-supersessions", wrongly, "slots")
            .atMost(0));
    report.note(
        "%s: %d events, %d slots, %d stale candidates dropped, recall p50 %.1f ms."
            .formatted(name, told.size(), ids.size(), dropped, micros.median() / 1000));
    wrong.forEach(line -> report.note("  not answered: " + line));
  }

  private static String key(String entity) {
    return "asof:" + entity.toLowerCase(Locale.ROOT);
  }

  /** {@code payment_terms} becomes {@code bench:isPaymentTerms}: letters only. */
  private static String curie(String predicate) {
    var name = new StringBuilder("bench:is");
    for (String word : predicate.replaceAll("(?<=[a-z])(?=[A-Z])", " ").split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
        word.substring(1)
            .toLowerCase(Locale.ROOT)
            .chars()
            .forEach(c -> name.append(letter((char) c)));
      }
    }
    return name.toString();
  }

  private static char letter(char c) {
    return Character.isDigit(c) ? (char) ('a' + (c - '0')) : c;
  }

  /** One functional predicate for each of the stream, beside the shipped terms. */
  private static String terms(List<AsOfLine> lines) {
    var terms =
        new StringBuilder(
            """
            @prefix bench: <https://bench.example/terms#> .
            @prefix continuo: <https://continuo.dev/ns#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix schema: <https://schema.org/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <https://bench.example/terms> a owl:Ontology ; owl:versionInfo "1" .
            """);
    var seen = new LinkedHashSet<String>();
    for (AsOfLine line : lines) {
      if (line instanceof Event e && seen.add(curie(e.predicate()))) {
        String words =
            e.predicate().replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("[^A-Za-z0-9]+", " ");
        terms.append(
            """
            %s a owl:DatatypeProperty ; rdfs:label "%s" ; continuo:slot continuo:Functional ;
              schema:domainIncludes schema:Person ; schema:rangeIncludes xsd:string .
            """
                .formatted(curie(e.predicate()), words.toLowerCase(Locale.ROOT).strip()));
      }
    }
    return terms.toString();
  }
}
