package dev.continuo.ontology.memory.neo4j;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.ReviewRefused;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.vocabulary.ValueType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Keeps a withheld proposal whole, so that it can still become the fact it was meant to be. */
final class WithheldProposals {
  private WithheldProposals() {}

  /** What the item's node holds beside what a reader is shown. */
  static Map<String, @Nullable Object> stored(FactProposal proposal) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("valueType", proposal.value().type().name());
    row.put("validTo", Times.storedOrNull(proposal.validTo()));
    row.put("start", proposal.evidence().start());
    row.put("end", proposal.evidence().end());
    row.put("bases", proposal.bases());
    row.put("subjectAliases", proposal.subject().aliases());
    if (proposal.value() instanceof FactValue.Ref(EntityRef object)) {
      row.put("objectKind", object.kind());
      row.put("objectKey", object.key());
      row.put("objectLabel", object.label());
      row.put("objectAliases", object.aliases());
    }
    return row;
  }

  /**
   * @param w the item's node
   * @param validFrom replaces the item's own
   */
  static FactProposal read(Value w, @Nullable Instant validFrom, SourceRank rank) {
    if (w.get("valueType").isNull()) {
      throw new ReviewRefused(
          w.get("id").asString(),
          "it was written by a version that kept only its words.",
          "Dismiss it and note the fact anew.");
    }
    return new FactProposal(
        new EntityRef(
            w.get("subjectKind").asString(),
            w.get("subjectKey").asString(),
            w.get("subjectLabel").asString(),
            texts(w.get("subjectAliases"))),
        w.get("predicate").asString(),
        value(w),
        validFrom == null ? Times.read(w.get("validFrom")) : validFrom,
        Times.readOrNull(w.get("validTo")),
        w.get("confidence").asDouble(),
        new Evidence(w.get("quote").asString(), w.get("start").asInt(), w.get("end").asInt()),
        rank,
        texts(w.get("bases")));
  }

  private static FactValue value(Value w) {
    var type = ValueType.valueOf(w.get("valueType").asString());
    return type == ValueType.REF
        ? new FactValue.Ref(
            new EntityRef(
                w.get("objectKind").asString(),
                w.get("objectKey").asString(),
                w.get("objectLabel").asString(),
                texts(w.get("objectAliases"))))
        : FactValue.literal(type, w.get("value").asString());
  }

  private static List<String> texts(Value list) {
    return list.isNull() ? List.of() : list.asList(Value::asString);
  }
}
