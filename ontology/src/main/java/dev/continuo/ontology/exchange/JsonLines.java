package dev.continuo.ontology.exchange;

import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.Archive.ArchivedActivity;
import dev.continuo.ontology.memory.Archive.ArchivedConfirmation;
import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each thing of memory as one line of JSON; {@code t} says what it is. */
final class JsonLines implements Archive.Reader {
  private final OutputStream out;

  JsonLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void entity(ArchivedEntity e) {
    line(
        "t",
        "entity",
        "id",
        e.id(),
        "kind",
        e.kind(),
        "label",
        e.label(),
        "keys",
        e.keys(),
        "aliases",
        e.aliases(),
        "firstSeen",
        e.firstSeen(),
        "mergedInto",
        e.mergedInto());
  }

  @Override
  public void episode(ArchivedEpisode archived) {
    var e = archived.episode();
    line(
        "t",
        "episode",
        "key",
        e.key(),
        "kind",
        e.kind(),
        "occurredAt",
        e.occurredAt(),
        "sourceId",
        e.sourceId(),
        "title",
        e.title(),
        "text",
        e.text(),
        "recordedAt",
        archived.recordedAt());
  }

  @Override
  public void activity(ArchivedActivity a) {
    line(
        "t",
        "activity",
        "key",
        a.key(),
        "episode",
        a.episodeKey(),
        "agent",
        a.agent(),
        "detail",
        a.detail(),
        "cost",
        a.cost(),
        "at",
        a.at());
  }

  @Override
  public void fact(ArchivedFact f) {
    line(
        "t",
        "fact",
        "id",
        f.factId(),
        "slot",
        f.slotKey(),
        "subject",
        f.subjectId(),
        "predicate",
        f.predicate(),
        "type",
        f.value().type(),
        "value",
        f.value().words(),
        "object",
        f.objectId(),
        "sentence",
        f.sentence(),
        "validFrom",
        f.validFrom(),
        "validTo",
        f.validTo(),
        "recordedFrom",
        f.recordedFrom(),
        "recordedTo",
        f.recordedTo(),
        "confidence",
        f.confidence(),
        "rank",
        f.rank(),
        "vocabulary",
        f.vocabularyVersion(),
        "episode",
        f.episodeKey(),
        "quote",
        f.evidence().quote(),
        "start",
        f.evidence().start(),
        "end",
        f.evidence().end(),
        "activity",
        f.activityKey(),
        "supersedes",
        f.supersedes(),
        "continues",
        f.continues(),
        "derivedFrom",
        f.derivedFrom());
  }

  @Override
  public void confirmation(ArchivedConfirmation c) {
    line(
        "t",
        "confirmation",
        "slot",
        c.slotKey(),
        "fact",
        c.factId(),
        "episode",
        c.episodeKey(),
        "quote",
        c.evidence().quote(),
        "rank",
        c.rank(),
        "confidence",
        c.confidence(),
        "at",
        c.at(),
        "recordedAt",
        c.recordedAt());
  }

  /** Names and values in turn; what is null is left out. */
  private void line(@Nullable Object... pairs) {
    var json = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      var value = pairs[i + 1];
      if (value != null) {
        json.append(json.length() > 1 ? "," : "");
        text(json, String.valueOf(pairs[i]));
        json.append(':');
        value(json, value);
      }
    }
    try {
      out.write(json.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void value(StringBuilder json, Object value) {
    switch (value) {
      case List<?> many -> {
        json.append('[');
        for (int i = 0; i < many.size(); i++) {
          json.append(i > 0 ? "," : "");
          text(json, String.valueOf(many.get(i)));
        }
        json.append(']');
      }
      case Number number -> json.append(number);
      default -> text(json, value.toString());
    }
  }

  private static void text(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
