package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Random statements about one slot. */
public final class RandomHistory {

  public static final int DAYS = 30;
  public static final String PREDICATE = "vcard:role";
  static final SourceRank RANK = SourceRank.MAIL;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private RandomHistory() {}

  /** Most have no end and the rank of a mail; the rest is spread. */
  public static NaiveSlot.Said said(Random random) {
    int from = random.nextInt(DAYS - 2);
    Integer to = random.nextInt(4) == 0 ? from + 1 + random.nextInt(DAYS - from - 1) : null;
    var ranks = SourceRank.values();
    var rank = random.nextBoolean() ? RANK : ranks[random.nextInt(ranks.length)];
    return new NaiveSlot.Said(from, to != null && to >= DAYS ? null : to, value(random), rank);
  }

  static String value(Random random) {
    return String.valueOf((char) ('A' + random.nextInt(4)));
  }

  public static Instant day(int day) {
    return START.plus(day, ChronoUnit.DAYS);
  }

  public static Episode episode(int number) {
    return new Episode("note:" + number, "note", START, null, "Note", "It says so.");
  }

  public static FactProposal proposal(NaiveSlot.Said said) {
    return proposal(said, "person:1");
  }

  public static FactProposal proposal(NaiveSlot.Said said, String personKey) {
    return new FactProposal(
        new EntityRef("schema:Person", personKey, "Jane"),
        PREDICATE,
        new FactValue.Text(said.value()),
        day(said.from()),
        said.to() == null ? null : day(said.to()),
        1,
        Evidence.of("It says so."),
        said.rank());
  }
}
