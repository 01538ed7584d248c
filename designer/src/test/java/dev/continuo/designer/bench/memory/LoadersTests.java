package dev.continuo.designer.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.continuo.designer.bench.memory.AsOfLine.Asked;
import dev.continuo.designer.bench.memory.AsOfLine.Event;
import dev.continuo.ontology.recall.Embeddings;
import dev.continuo.ontology.recall.Mode;
import dev.continuo.ontology.recall.RankList;
import dev.continuo.ontology.recall.RankedText;
import dev.continuo.ontology.recall.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layouts of the open sets, on small files made up for this. */
class LoadersTests {
  private static final Weights WORDS = Weights.of(RankList.WORDS, 1);

  @TempDir Path folder;

  @Test
  void readsArticlesWithTheirTriples() throws IOException {
    file(
        "musique_train_corpus.json",
        """
        [{"title": "Lake Orl", "text": "Lake Orl is in Vansk."},
         {"title": "Vansk", "text": "Vansk is ruled by Tesma Ild."},
         {"title": "Vansk", "text": "Vansk is also a dish."}]
        """);
    file(
        "musique_train.json",
        """
        [{"id": "2hop__1_2", "question": "Who rules the country of Lake Orl?", "answerable": true,
          "paragraphs": [
            {"idx": 0, "title": "Lake Orl", "paragraph_text": "Lake Orl is in Vansk.", "is_supporting": true},
            {"idx": 1, "title": "Vansk", "paragraph_text": "Vansk is ruled by Tesma Ild.", "is_supporting": true},
            {"idx": 2, "title": "Vansk", "paragraph_text": "Vansk is also a dish.", "is_supporting": false}]}]
        """);
    file(
        "openie_musique_train.json",
        """
        {"avg_ent_chars": NaN, "docs": [
          {"title": "Lake Orl", "text": "Lake Orl is in Vansk.", "extracted_triples": [["Lake Orl", "is in", "Vansk"]]},
          {"title": "Vansk", "text": "Vansk is ruled by Tesma Ild.",
           "extracted_triples": [["Vansk", "ruled by", "Tesma Ild"], ["only", "two"]]}]}
        """);

    var one = Articles.musique(folder, true, new Letters()).getFirst();
    assertThat(one.group()).isEqualTo("2hop__1_2");
    assertThat(one.gold()).containsExactlyInAnyOrder("a0", "a1");
    assertThat(one.shelf().size()).isEqualTo(3);
    assertThat(best(one, Weights.of(RankList.GRAPH, 1), 2))
        .as("the links lead from the lake to the country")
        .containsExactlyInAnyOrder("a0", "a1");
  }

  @Test
  void readsHotpotQaWhoseCorpusGoesByTitle() throws IOException {
    file(
        "hotpotqa_train_corpus.json",
        """
        {"Orl (lake)": ["Orl is a lake.", " It is deep."], "Vansk": ["Vansk has one lake."]}
        """);
    file(
        "hotpotqa_train.json",
        """
        [{"_id": "5a", "type": "bridge", "level": "easy", "question": "How deep is the lake of Vansk?",
          "answer": "deep", "supporting_facts": [["Orl (lake)", 1], ["Orl (lake)", 0], ["Vansk", 0]],
          "context": [["Vansk", ["Vansk has one lake."]]]},
         {"_id": "5b", "type": "comparison", "question": "Is it?", "supporting_facts": [["Gone", 0]]}]
        """);

    var cases = Articles.hotpot(folder, new Letters());
    assertThat(cases).extracting(Case::kind).containsExactly("bridge", "comparison");
    assertThat(cases.getFirst().gold()).containsExactlyInAnyOrder("a0", "a1");
    assertThat(cases.getLast().gold()).as("counts as not found").containsExactly("missing");
    assertThat(best(cases.getFirst(), WORDS, 1)).isSubsetOf("a0", "a1");
  }

  @Test
  void readsMeetingsWithTheirSpans() throws IOException {
    file(
        "ALL_jsonl_val.jsonl",
        """
        {"topic_list": [], "general_query_list": [{"query": "All?"}], "specific_query_list": [\
        {"query": "What about the {vocalsound} price?", "relevant_text_span": [["1", "2"], ["4", "4"]]},\
        {"query": "Nothing?", "relevant_text_span": []}], "meeting_transcripts": [\
        {"speaker": "Grad A", "content": "Hello {disfmarker} all ."}, {"speaker": "Grad B", "content": "The price ."},\
        {"speaker": "Grad A", "content": "Too high ."}, {"speaker": "Grad B", "content": "Lunch ?"},\
        {"speaker": "Grad A", "content": "The price again ."}]}
        """);

    var cases = new Dialogues(new Letters()).qmsum(folder, "val");
    assertThat(cases).hasSize(1);
    assertThat(cases.getFirst().question()).isEqualTo("What about the price?");
    assertThat(cases.getFirst().gold()).containsExactlyInAnyOrder("t1", "t2", "t4");
    assertThat(best(cases.getFirst(), WORDS, 1))
        .as("of those with the price in what is said around them the shortest")
        .containsExactly("t4");
  }

  @Test
  void readsConversationsWhoseEvidenceIsTypedByHand() throws IOException {
    file(
        "locomo10.json",
        """
        [{"sample_id": "conv-1", "conversation": {
            "speaker_a": "Ann", "speaker_b": "Bo",
            "session_1_date_time": "1:56 pm on 8 May, 2023",
            "session_1": [{"speaker": "Ann", "dia_id": "D1:1", "text": "I paint."},
                          {"speaker": "Bo", "dia_id": "D1:2", "text": "Look!", "img_url": ["x"], "blip_caption": "a red canoe"}],
            "session_10_date_time": "9 am on 1 June, 2023",
            "session_10": [{"speaker": "Ann", "dia_id": "D10:5", "text": "I moved to Oslo."}],
            "session_2_date_time": "2 pm on 9 May, 2023",
            "session_2": [{"speaker": "Bo", "dia_id": "D2:1", "text": "A quiet day."}],
            "session_3_date_time": "a date without turns"},
          "qa": [
            {"question": "What is in the picture of Bo?", "answer": "a canoe", "evidence": ["D1:2"], "category": 4},
            {"question": "Two in one?", "evidence": ["D1:1; D2:1"], "category": 1},
            {"question": "With a zero?", "evidence": ["D10:05", "D:1:1"], "category": 1},
            {"question": "Broken?", "evidence": ["D"], "category": 2},
            {"question": "Unknown turn?", "evidence": ["D9:9"], "category": 3},
            {"question": "None?", "evidence": [], "category": 5, "adversarial_answer": "x"}]}]
        """);

    var cases = new Dialogues(new Letters()).locomo(folder);
    assertThat(cases).extracting(Case::kind).containsExactly("4", "1", "1");
    assertThat(cases).extracting(Case::group).containsOnly("conv-1");
    assertThat(cases.get(1).gold()).containsExactlyInAnyOrder("D1:1", "D2:1");
    assertThat(cases.get(2).gold()).containsExactlyInAnyOrder("D10:5", "D1:1");
    assertThat(best(cases.getFirst().shelf().rank("red canoe", WORDS, 1)))
        .as("the caption counts as said")
        .containsExactly("D1:2");
    assertThat(best(cases.getFirst().shelf().rank("9 May 2023", WORDS, 1)))
        .as("the date of the session counts")
        .containsExactly("D2:1");
  }

  @Test
  void readsAnAsOfStream() throws IOException {
    var stream =
        file(
            "asof.jsonl",
            """
            {"t":"event","id":"e1","recorded":"2024-01-05T09:00:00Z","validFrom":"2024-01-01","entity":"Hanna Berg","predicate":"payment_terms","value":"14 days","text":"From now on 14 days."}

            {"t":"question","mode":"believed","at":"2024-02-01T12:00:00+02:00","text":"What did we believe?","gold":"14 days"}
            {"t":"question","mode":"valid","at":"2023-01-01","text":"And before?","gold":null,"noise":true}
            {"t":"question","mode":"current","text":"And now?","gold":"14 days"}
            """);

    var lines = AsOfLine.read(stream);
    assertThat(lines)
        .containsExactly(
            new Event(
                "e1",
                Instant.parse("2024-01-05T09:00:00Z"),
                Instant.parse("2024-01-01T00:00:00Z"),
                "Hanna Berg",
                "payment_terms",
                "14 days",
                "From now on 14 days."),
            new Asked(
                Mode.BELIEVED_AT,
                Instant.parse("2024-02-01T10:00:00Z"),
                "What did we believe?",
                "14 days",
                false),
            new Asked(
                Mode.VALID_AT, Instant.parse("2023-01-01T00:00:00Z"), "And before?", null, true),
            new Asked(Mode.CURRENT, null, "And now?", "14 days", false));
    assertThatThrownBy(() -> AsOfLine.read(file("bad.jsonl", "{\"t\":\"tale\"}")))
        .hasMessageContaining("tale");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> best(Case one, Weights weights, int limit) {
    return best(one.shelf().rank(one.question(), weights, limit));
  }

  private static List<String> best(List<RankedText> ranked) {
    return ranked.stream().map(RankedText::id).toList();
  }

  /** Texts with the same letters lie close; enough to try a loader without a model. */
  private static final class Letters implements Embeddings {
    @Override
    public int dimensions() {
      return 26;
    }

    @Override
    public float[] embed(String text) {
      var vector = new float[26];
      text.toLowerCase(java.util.Locale.ROOT)
          .chars()
          .filter(c -> c >= 'a' && c <= 'z')
          .forEach(c -> vector[c - 'a']++);
      double length = Math.sqrt(Math.max(1, Embeddings.similarity(vector, vector)));
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= (float) length;
      }
      return vector;
    }
  }
}
