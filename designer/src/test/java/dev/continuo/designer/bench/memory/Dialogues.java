package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Passages;
import dev.continuo.ontology.recall.Shelf;
import dev.continuo.ontology.recall.ShelfText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions over what people said: the meetings of QMSum, the conversations of LoCoMo. */
final class Dialogues {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern MARK = Pattern.compile("\\{[a-z]+\\}");
  private static final Pattern TURN = Pattern.compile("D\\d+:\\d+");

  /** What somebody said. */
  private record Turn(String id, String session, String date, String speaker, String said) {}

  private final Embeddings embeddings;

  Dialogues(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  /**
   * @param split {@code val} or {@code test}
   */
  List<Case> qmsum(Path folder, String split) {
    var cases = new ArrayList<Case>();
    for (String line : lines(folder.resolve("ALL_jsonl_" + split + ".jsonl"))) {
      JsonNode meeting = JSON.readTree(line);
      var turns = new ArrayList<Turn>();
      for (JsonNode t : meeting.path("meeting_transcripts")) {
        turns.add(
            new Turn(
                "t" + turns.size(),
                "",
                "",
                t.path("speaker").asString(),
                clean(t.path("content").asString())));
      }
      var shelf = shelf(turns, 0);
      String group = split + cases.size();
      for (JsonNode q : meeting.path("specific_query_list")) {
        var gold = new HashSet<String>();
        for (JsonNode span : q.path("relevant_text_span")) {
          for (int i = span.path(0).asInt(); i <= span.path(1).asInt(); i++) {
            gold.add("t" + i);
          }
        }
        if (!gold.isEmpty()) {
          cases.add(new Case(shelf, group, "", clean(q.path("query").asString()), gold));
        }
      }
    }
    return cases;
  }

  List<Case> locomo(Path folder) {
    var cases = new ArrayList<Case>();
    for (JsonNode sample : Articles.read(folder.resolve("locomo10.json"))) {
      var turns = turns(sample.path("conversation"));
      var known = turns.stream().map(Turn::id).toList();
      var shelf = shelf(turns, 2);
      for (JsonNode q : sample.path("qa")) {
        var gold = new HashSet<String>();
        for (JsonNode evidence : q.path("evidence")) {
          TURN.matcher(evidence.asString())
              .results()
              .map(r -> r.group())
              .filter(known::contains)
              .forEach(gold::add);
        }
        if (!gold.isEmpty()) {
          cases.add(
              new Case(
                  shelf,
                  sample.path("sample_id").asString(),
                  q.path("category").asString(),
                  q.path("question").asString(),
                  gold));
        }
      }
    }
    return cases;
  }

  private static List<Turn> turns(JsonNode conversation) {
    var sessions = new TreeMap<Integer, String>();
    conversation
        .propertyNames()
        .forEach(
            name -> {
              if (name.matches("session_\\d+")) {
                sessions.put(Integer.parseInt(name.substring(8)), name);
              }
            });
    var turns = new ArrayList<Turn>();
    for (String session : sessions.values()) {
      String date = conversation.path(session + "_date_time").asString("");
      for (JsonNode t : conversation.path(session)) {
        String picture = t.path("blip_caption").asString("");
        turns.add(
            new Turn(
                t.path("dia_id").asString(),
                session,
                date,
                t.path("speaker").asString(),
                (t.path("text").asString("") + " " + picture).strip()));
      }
    }
    return turns;
  }

  /**
   * @param before how many turns before a turn count as its context; with any, its own words count
   *     twice
   */
  private Shelf shelf(List<Turn> turns, int before) {
    var texts = new ArrayList<ShelfText>();
    for (int i = 0; i < turns.size(); i++) {
      var turn = turns.get(i);
      var words = new StringBuilder(turn.date()).append(' ').append(turn.said());
      if (before > 0) {
        words.append(' ').append(turn.said());
      }
      for (int j = Math.max(0, i - before); j < i; j++) {
        if (turns.get(j).session().equals(turn.session())) {
          words.append(' ').append(turns.get(j).said());
        }
      }
      texts.add(
          new ShelfText(
              turn.id(),
              turn.session(),
              words.toString(),
              List.of(turn.speaker()),
              turn.said().split("\\s+").length,
              embeddings.embed(Passages.pieces(turn.said()))));
    }
    return new Shelf(texts, List.of(), embeddings);
  }

  private static String clean(String text) {
    return MARK.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
