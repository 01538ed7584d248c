package dev.continuo.ontology.recall;

import dev.continuo.ontology.recall.Reading.Meant;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/** Recall as it is described: rules, then slots, then search, then packing. */
final class Answers implements Recall {

  private final RecallStore store;
  private final KeptQuestions embeddings;
  private final InstantSource clock;
  private final Slots slots;
  private final NamedQuestions named;
  private final ClientShelves shelves;
  private final PassageSearch search;

  Answers(
      RecallStore store,
      Supplier<Vocabulary> vocabulary,
      Embeddings embeddings,
      InstantSource clock) {
    this.store = store;
    this.embeddings = new KeptQuestions(embeddings);
    this.clock = clock;
    this.slots = new Slots(store, this.embeddings, vocabulary);
    this.named = new NamedQuestions(store);
    this.shelves = new ClientShelves(store, this.embeddings);
    this.search = new PassageSearch(store, this.embeddings, shelves, Weights.mail());
  }

  @Override
  public void forget() {
    shelves.forget();
    embeddings.forget();
  }

  @Override
  public Recalled recall(Question question) {
    long started = System.nanoTime();
    Instant now = clock.instant();
    var reading = read(question, now);
    var view = View.of(reading, now, question.zone());
    var answer = new Draft();
    if (reading.named() != null) {
      var found = named.find(reading.named(), reading, view);
      answer.add(found.items(), found.candidates(), found.stale());
      answer.lists.add(reading.named().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    } else {
      reading = look(question, reading, view, answer);
    }
    return packed(question, reading, view, now, answer, started);
  }

  private Reading look(Question question, Reading reading, View view, Draft answer) {
    String subject = subject(question, reading);
    var found = slots.find(reading, subject, view);
    if (!reading.entities().isEmpty()) {
      answer.lists.add("slot");
    }
    var slot = found.holding().stream().map(row -> row.item(2, "slot")).toList();
    int first = reading.sure() ? slot.size() : Math.min(slot.size(), question.limit() / 2);
    answer.add(slot.subList(0, first), found.candidates(), found.stale());
    if (found.holding().isEmpty() || !found.sure() || !reading.sure()) {
      var seen = new HashSet<String>();
      found.holding().forEach(row -> seen.add(row.fact().factId()));
      var texts = search.find(question, reading, view, seen);
      answer.add(texts.items(), texts.candidates(), texts.stale());
      answer.add(slot.subList(first, slot.size()), 0, 0);
      answer.lists.addAll(List.of("words", "meaning", "graph"));
      answer.warm = texts.warm();
      answer.layer = texts.hot() ? "hot" : "warm";
      if (reading.sure() && !found.meant().isEmpty() && found.holding().isEmpty()) {
        answer.note =
            "Nothing is recorded of “"
                + reading.entities().getFirst().label()
                + "” for “"
                + found.meant().getFirst()
                + "” at that time; this is what comes close.";
        answer.items.removeIf(item -> item.fact() != null);
      }
    }
    return reading.asking(found.meant());
  }

  private Reading read(Question question, Instant now) {
    var reading = QuestionRules.read(question, now);
    String about = question.about();
    if (about != null) {
      return reading.with(store.entity(about).stream().toList());
    }
    String words = withoutDate(question, now);
    return reading.with(store.named(words));
  }

  /** What is asked, without who is asked about and when. */
  private String subject(Question question, Reading reading) {
    var left = new LinkedHashSet<String>();
    reading.entities().forEach(e -> left.addAll(EnglishWords.words(e.said())));
    reading.entities().forEach(e -> left.addAll(EnglishWords.words(e.label())));
    return String.join(
        " ",
        EnglishWords.words(withoutDate(question, clock.instant())).stream()
            .filter(w -> !left.contains(w))
            .toList());
  }

  private static String withoutDate(Question question, Instant now) {
    var date = Dates.in(question.text(), LocalDate.ofInstant(now, question.zone()));
    return date.map(
            found ->
                question
                    .text()
                    .replaceAll(
                        "(?i)(?:\\b(?:on|at|as of|in|by|since|until|before|after) )?"
                            + java.util.regex.Pattern.quote(found.said()),
                        " "))
        .orElse(question.text());
  }

  private Recalled packed(
      Question question, Reading reading, View view, Instant now, Draft answer, long started) {
    var packed = Packing.of(answer.items, question.tokens(), question.limit());
    String note = answer.note;
    if (note.isEmpty() && packed.items().isEmpty()) {
      note = nothing(reading);
    }
    return new Recalled(
        question,
        reading,
        now,
        view.words(),
        packed.items(),
        note,
        new RecallActivity(
            (System.nanoTime() - started) / 1_000,
            embeddings.microsOfThisThread(),
            answer.lists,
            answer.candidates,
            answer.stale,
            packed.cut(),
            packed.tokens(),
            answer.warm,
            answer.layer));
  }

  private static String nothing(Reading reading) {
    if (reading.named() == Named.OVERDUE) {
      return "Nothing is overdue.";
    }
    if (reading.named() == Named.OPEN_COMMITMENTS) {
      return "Nothing is open.";
    }
    if (reading.named() == Named.NEXT_MILESTONE) {
      return "Nothing is due.";
    }
    if (reading.named() == Named.CHANGED_SINCE) {
      return "Nothing changed since then.";
    }
    return reading.entities().isEmpty()
        ? "Memory has nothing on this. A name or another word may help."
        : "Memory has nothing on this of "
            + String.join(", ", reading.entities().stream().map(Meant::label).toList())
            + ".";
  }

  @Override
  public int index(int mostSources) {
    return store.index(mostSources);
  }

  @Override
  public RollUps rollUps() {
    return store.rollUps();
  }

  @Override
  public void close() {
    store.close();
  }

  /** What was found so far. */
  private static final class Draft {
    private final List<RecalledItem> items = new ArrayList<>();
    private final List<String> lists = new ArrayList<>();
    private int candidates;
    private int stale;
    private boolean warm;
    private String layer = "warm";
    private String note = "";

    void add(List<RecalledItem> found, int weighed, int dropped) {
      items.addAll(found);
      candidates += weighed;
      stale += dropped;
    }
  }
}
