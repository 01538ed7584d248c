package dev.continuo.runtime.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.recall.Mode;
import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Reading;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.RecallActivity;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RecalledFact;
import dev.continuo.ontology.recall.RecalledItem;
import dev.continuo.ontology.recall.RollUps;
import dev.continuo.runtime.decision.fidelity.Fidelities;
import dev.continuo.runtime.decision.fidelity.Fidelity;
import dev.continuo.runtime.decision.fidelity.Fidelity.Pace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskingTests {
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private final Recall memory = new KnownThings();

  @Test
  void withoutAModelTheFactsAndTheirSentencesAreTheAnswer() {
    var answer = questions(null).ask(Question.of("What is Jane's role?"));

    assertThat(answer.by()).isEqualTo("facts");
    assertThat(answer.markdown())
        .contains("Jane is the director.")
        .contains("\u201cI am the director\u201d")
        .contains("A mail, 1 Mar 2026")
        .contains("[1]");
  }

  @Test
  void aModelsAnswerStandsOnWhatItLookedUp() {
    var answer = questions(model("She is the director [1].")).ask(Question.of("Jane's role?"));

    assertThat(answer.by()).isEqualTo("scripted");
    assertThat(answer.markdown()).isEqualTo("She is the director [1].");
  }

  @Test
  void anAnswerThatCitesNothingOrWhatWasNeverDeliveredIsNotShown() {
    for (String said : List.of("She is the queen.", "She is the queen [9].")) {
      assertThat(questions(model(said)).ask(Question.of("Jane's role?")).by()).isEqualTo("facts");
    }
  }

  @Test
  void aModelThatBreaksLeavesTheFacts() {
    var broken =
        questions(
            new Wording() {
              @Override
              public String name() {
                return "broken";
              }

              @Override
              public String answer(String question, String asOf, int words, LookUp lookUp) {
                throw new IllegalStateException("no connection");
              }
            });

    assertThat(broken.ask(Question.of("Jane's role?")).by()).isEqualTo("facts");
  }

  @Test
  void whatTheTableAllowsIsWhatTheModelSeesAndSays() {
    var said = new ArrayList<Integer>();
    var counting =
        new Wording() {
          @Override
          public String name() {
            return "counting";
          }

          @Override
          public String answer(String question, String asOf, int words, LookUp lookUp) {
            said.addAll(List.of(words, lookUp.ask(question).size()));
            return "She is the director [1].";
          }
        };
    var little = new Fidelity("economy", 1, 80, Pace.NOW, "Money is short.", "");
    var answer = new Questions(memory, counting, allowed(little)).ask(Question.of("Her role?"));
    assertThat(answer.by()).isEqualTo("counting");
    assertThat(said).containsExactly(80, 1);

    for (var none :
        List.of(
            new Fidelity("local", 20, 120, Pace.NOW, "The plan is used up.", ""),
            new Fidelity("economy", 20, 120, Pace.STOP, "The plan is used up.", ""))) {
      var facts = new Questions(memory, counting, allowed(none)).ask(Question.of("Her role?"));
      assertThat(facts.by()).as("no model that costs").isEqualTo("facts");
    }
    assertThat(said).hasSize(2);
  }

  private Questions questions(@Nullable Wording wording) {
    return new Questions(memory, wording, allowed(Fidelity.full()));
  }

  private static Fidelities allowed(Fidelity always) {
    return new Allowed(always);
  }

  @Test
  void textFromOutsideStaysText() {
    assertThat(FactsInWords.line("<img src=x onerror=alert(1)> [a](javascript:x)\n# big"))
        .isEqualTo("&lt;img src=x onerror=alert(1)&gt; \\[a\\](javascript:x) \\# big");
  }

  private static Wording model(String said) {
    return new Wording() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public String answer(String question, String asOf, int words, LookUp lookUp) {
        assertThat(lookUp.ask(question)).extracting(Piece::number).containsExactly(1);
        return said;
      }
    };
  }

  /** Knows one thing. */
  private static final class KnownThings implements Recall {
    @Override
    public Recalled recall(Question question) {
      var fact =
          new RecalledFact(
              "f1",
              "e1",
              "Jane",
              "vcard:role",
              "has the role",
              "director",
              null,
              AT,
              null,
              AT,
              null,
              1,
              "MAIL");
      var item =
          new RecalledItem(
              "f1",
              fact,
              "Jane is the director.",
              "I am the director",
              "mail:1",
              "A mail",
              AT,
              1,
              List.of("slot"));
      return new Recalled(
          question,
          new Reading(Mode.CURRENT, null, null, null, List.of(), List.of()),
          AT,
          "now",
          List.of(item),
          "",
          new RecallActivity(1, 0, List.of("slot"), 1, 0, 0, 20, false, "warm"));
    }

    @Override
    public int index(int mostSources) {
      return 0;
    }

    @Override
    public RollUps rollUps() {
      throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public void close() {}
  }
}
