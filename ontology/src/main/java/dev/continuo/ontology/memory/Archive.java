package dev.continuo.ontology.memory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Memory as a whole, to be carried out of the house and back in, with its history. */
public interface Archive {
  /**
   * Reads everything at one moment: entities, then episodes, activities, facts, confirmations, each
   * by id.
   */
  void read(Reader reader);

  /**
   * Grows with everything that changes what a reader sees: writes, merges, erasures. Cheap; a cache
   * key.
   */
  String version();

  /**
   * Writes rows of an archive as they are, after the same checks that every write passes. What is
   * there already is left alone; a slot that is known already takes no rows.
   */
  Restored restore(Content content);

  /**
   * @param written facts that were written
   * @param present facts that were here already
   * @param refused why each of the others was not written, by its id
   */
  record Restored(int written, int present, Map<String, String> refused) {
    public Restored {
      refused = Map.copyOf(refused);
    }
  }

  /** Takes what is read, one by one. */
  interface Reader {
    void entity(ArchivedEntity entity);

    void episode(ArchivedEpisode episode);

    void activity(ArchivedActivity activity);

    void fact(ArchivedFact fact);

    void confirmation(ArchivedConfirmation confirmation);
  }

  /** A whole archive. */
  record Content(
      Collection<ArchivedEntity> entities,
      Collection<ArchivedEpisode> episodes,
      Collection<ArchivedActivity> activities,
      Collection<ArchivedFact> facts,
      Collection<ArchivedConfirmation> confirmations) {}

  /**
   * @param mergedInto the entity it is read together with
   */
  record ArchivedEntity(
      String id,
      String kind,
      String label,
      List<String> keys,
      List<String> aliases,
      Instant firstSeen,
      @Nullable String mergedInto) {}

  record ArchivedEpisode(Episode episode, Instant recordedAt) {}

  record ArchivedActivity(
      String key, String episodeKey, String agent, String detail, BigDecimal cost, Instant at) {}

  /**
   * @param objectId the entity behind a reference
   * @param quote the sentence, with its place in the episode's text
   * @param activityKey the write that brought it first
   * @param recordedBy the write that wrote this row
   * @param ordinal its place among the proposals of its write
   */
  record ArchivedFact(
      String factId,
      String slotKey,
      String subjectId,
      String predicate,
      FactValue value,
      @Nullable String objectId,
      String sentence,
      Instant validFrom,
      @Nullable Instant validTo,
      Instant recordedFrom,
      @Nullable Instant recordedTo,
      double confidence,
      SourceRank rank,
      String vocabularyVersion,
      String episodeKey,
      Evidence evidence,
      String activityKey,
      String recordedBy,
      int ordinal,
      List<String> supersedes,
      List<String> continues,
      List<String> derivedFrom) {}

  /** One more source for the value of a slot. */
  record ArchivedConfirmation(
      String slotKey,
      String factId,
      String valueKey,
      String episodeKey,
      Evidence evidence,
      SourceRank rank,
      double confidence,
      Instant at,
      Instant recordedAt) {}
}
