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
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions over what people said: the meetings of QMSum, the conversations of LoCoMo. */
final class Dialogues {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern MARK = Pattern.compile("\\{[a-z]+\\}");

  /** Ids of the set's evidence as they were typed: "D8:6; D9:17", "D:11:26", "D30:05", "D". */
  private static final Pattern TURN = Pattern.compile("D:?0*(\\d+):0*(\\d+)");

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
      var shelf = meeting(turns);
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
      var known = turns.stream().map(Turn::id).collect(Collectors.toSet());
      var shelf = conversation(turns);
      for (JsonNode q : sample.path("qa")) {
        var gold = new HashSet<String>();
        for (JsonNode evidence : q.path("evidence")) {
          TURN.matcher(evidence.asString())
              .results()
              .map(id -> "D" + id.group(1) + ":" + id.group(2))
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

  /** Texts to count words in: of a meeting a turn among its neighbours. */
  private Shelf meeting(List<Turn> turns) {
    var said = turns.stream().map(Turn::said).toList();
    return shelf(turns, i -> Passages.together(said, i, 3, 3));
  }

  /** Of a conversation in sessions its date, the turn twice and the two before it. */
  private Shelf conversation(List<Turn> turns) {
    return shelf(
        turns,
        i -> {
          var turn = turns.get(i);
          var before =
              turns.subList(Math.max(0, i - 2), i + 1).stream()
                  .filter(t -> t.session().equals(turn.session()))
                  .map(Turn::said)
                  .toList();
          return turn.date() + " " + turn.said() + " " + String.join(" ", before);
        });
  }

  private Shelf shelf(List<Turn> turns, IntFunction<String> words) {
    var texts = new ArrayList<ShelfText>();
    for (int i = 0; i < turns.size(); i++) {
      var turn = turns.get(i);
      texts.add(
          new ShelfText(
              turn.id(),
              turn.session(),
              words.apply(i),
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
