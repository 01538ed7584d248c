package dev.continuo.designer.bench.memory;

import dev.continuo.designer.bench.memory.AsOfLine.Asked;
import dev.continuo.designer.bench.memory.AsOfLine.Event;
import dev.continuo.ontology.recall.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Makes an as-of stream from a seed: people whose employer, role, city and terms change, some of it
 * heard late, and questions for now, for a date, and for what was believed then; each once by
 * template and once in other words or under another name.
 */
final class AsOfStream {
  private static final Instant START = Instant.parse("2024-01-05T09:00:00Z");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final List<String> FIRST =
      words(
          "Hanna Jonas Mira Tariq Elena Oskar Priya Lukas Nadia Felix Ingrid Mateo Sofia Emil Clara Ravi Greta Anton Leila Viktor");
  private static final List<String> LAST =
      words(
          "Berg Kroll Lindqvist Okafor Marchetti Novak Sandoval Petrov Haugen Weiss Iversen Duarte Kowalski Brandt Salazar Thorne Vasquez Ekstrom Moreau Castellan");
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "employer",
              words(
                  "Archiv_GmbH Fjord_Studio Nordlicht_AG Harbor_Labs Quill_Press Tidal_Works Cobalt_House Lumen_Group"),
          "role", words("designer editor accountant producer architect curator analyst translator"),
          "city", words("Lisbon Oslo Graz Porto Bremen Ghent Aarhus Turin"),
          "payment terms", words("7_days 14_days 21_days 30_days 45_days 60_days"),
          "hourly rate", words("EUR_70 EUR_80 EUR_95 EUR_110 EUR_125 EUR_140"),
          "preferred channel", words("phone e-mail letter video_call chat"));
  private static final Map<String, List<String>> OTHER_WORDS =
      Map.of(
          "employer", List.of("Which company does %s work for", "Who employs %s"),
          "role", List.of("What job does %s do", "What position does %s hold"),
          "city", List.of("Which town does %s live in", "Where is %s based"),
          "payment terms",
              List.of(
                  "How many days does %s have to pay", "Within what time must %s pay an invoice"),
          "hourly rate",
              List.of("How much does %s charge per hour", "What does an hour of %s cost"),
          "preferred channel",
              List.of(
                  "How does %s like to be contacted",
                  "By which channel does %s prefer to be reached"));

  private final Random random;
  private final List<Event> events = new ArrayList<>();

  private AsOfStream(long seed) {
    random = new Random(seed);
  }

  static List<AsOfLine> of(long seed, int people, int questions) {
    var stream = new AsOfStream(seed);
    stream.live(people);
    var lines = new ArrayList<AsOfLine>(stream.events);
    for (int i = 0; i < questions; i++) {
      lines.addAll(stream.ask(Mode.values()[i % 3]));
    }
    return lines;
  }

  private void live(int people) {
    for (int p = 0; p < people; p++) {
      String name =
          FIRST.get(p % FIRST.size()) + " " + LAST.get((p / FIRST.size() + p * 7) % LAST.size());
      for (String predicate : VALUES.keySet().stream().sorted().toList()) {
        Instant valid = START.plus(Duration.ofDays(random.nextInt(60)));
        int changes = 1 + random.nextInt(4);
        String last = "";
        for (int c = 0; c < changes; c++) {
          String value = pick(VALUES.get(predicate).stream().filter(different(last)).toList());
          Instant heard =
              valid.plus(
                  Duration.ofDays(
                      random.nextInt(4) == 0 ? 40 + random.nextInt(90) : random.nextInt(3)));
          events.add(event(name, predicate, value, valid, heard));
          last = value;
          valid = valid.plus(Duration.ofDays(30 + random.nextInt(150)));
        }
      }
    }
    events.sort(Comparator.comparing(Event::recorded).thenComparing(Event::id));
  }

  private static java.util.function.Predicate<String> different(String last) {
    return value -> !value.equals(last);
  }

  private Event event(String name, String predicate, String value, Instant valid, Instant heard) {
    return new Event(
        "e" + events.size(),
        heard.plusSeconds(events.size()),
        valid,
        name,
        predicate,
        value,
        pick(
            List.of(
                "Since %s the %s of %s is %s.".formatted(DAY.format(valid), predicate, name, value),
                "%s wrote: from %s on, my %s is %s."
                    .formatted(name, DAY.format(valid), predicate, value),
                "Note: %s has a new %s as of %s, namely %s."
                    .formatted(name, predicate, DAY.format(valid), value))));
  }

  /** One by template, one noisy, about the same slot and time. */
  private List<Asked> ask(Mode mode) {
    Event about = events.get(random.nextInt(events.size()));
    Instant end = events.getLast().recorded();
    Instant at =
        mode == Mode.CURRENT ? null : START.plus(Duration.ofDays(70 + random.nextInt(600)));
    Instant day =
        at == null
            ? end
            : LocalDate.ofInstant(at, ZoneOffset.UTC).atTime(12, 0).toInstant(ZoneOffset.UTC);
    Instant recorded = mode == Mode.BELIEVED_AT ? day : end;
    String gold = believed(events, about.entity(), about.predicate(), day, recorded);
    String when = at == null ? "" : " on " + DAY.format(day);
    String template =
        switch (mode) {
          case CURRENT -> "What is the %s of %s?";
          case VALID_AT -> "What was the %s of %s%s?";
          case BELIEVED_AT -> "What did we believe the %s of %s to be%s?";
        };
    String noisy =
        pick(OTHER_WORDS.get(about.predicate())).formatted(alias(about.entity()))
            + switch (mode) {
              case CURRENT -> " now?";
              case VALID_AT -> when + "?";
              case BELIEVED_AT -> ", as far as we knew" + when + "?";
            };
    Instant asked = at == null ? null : day;
    return List.of(
        new Asked(
            mode, asked, template.formatted(about.predicate(), about.entity(), when), gold, false),
        new Asked(mode, asked, noisy, gold, true));
  }

  private String alias(String name) {
    String first = name.substring(0, name.indexOf(' '));
    String last = name.substring(name.indexOf(' ') + 1);
    return switch (random.nextInt(6)) {
      case 0 -> first.charAt(0) + ". " + last;
      case 1 -> last + ", " + first;
      case 2 -> name.toLowerCase(Locale.ROOT);
      case 3 -> first + " " + swapped(last);
      case 4 -> "Mr or Ms " + first + " " + last;
      default -> name;
    };
  }

  private static String swapped(String word) {
    return word.length() < 5
        ? word
        : word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
  }

  /** The naive model: of what was heard by then, the last that had begun to hold. */
  static String believed(
      List<Event> events, String entity, String predicate, Instant valid, Instant recorded) {
    return events.stream()
        .filter(e -> e.entity().equals(entity) && e.predicate().equals(predicate))
        .filter(e -> !e.recorded().isAfter(recorded) && !e.validFrom().isAfter(valid))
        .max(Comparator.comparing(Event::validFrom))
        .map(Event::value)
        .orElse(null);
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" ")).stream().map(w -> w.replace('_', ' ')).toList();
  }
}
