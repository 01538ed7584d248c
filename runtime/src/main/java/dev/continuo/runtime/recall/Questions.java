package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RecalledItem;
import dev.continuo.runtime.decision.fidelity.Fidelities;
import dev.continuo.runtime.decision.fidelity.Fidelity;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.recall.Wording.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recalls, and puts it into words by a model where there is one and the plan has room for it: how
 * much it sees and says is asked of the house table <em>Fidelity</em>.
 */
final class Questions implements Asking {
  private static final Logger log = LoggerFactory.getLogger(Questions.class);
  private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3})]");

  private final Recall recall;
  private final @Nullable Wording wording;
  private final Fidelities fidelities;

  Questions(Recall recall, @Nullable Wording wording, Fidelities fidelities) {
    this.fidelities = fidelities;
    this.recall = recall;
    this.wording = wording;
  }

  @Override
  public Answer ask(Question question) {
    Recalled first = recall.recall(question);
    if (wording != null && !first.items().isEmpty()) {
      try {
        Fidelity fidelity = fidelities.of(Lane.CRITICAL, "research");
        Answer answer = fidelity.maySpend() ? worded(wording, question, first, fidelity) : null;
        if (answer != null) {
          return answer;
        }
      } catch (RuntimeException trouble) {
        log.warn(
            "The model gave no answer, so the facts stand for themselves: {}", trouble.toString());
      }
    }
    return new Answer(FactsInWords.of(first), first, "facts");
  }

  /** Null when the model cites nothing that was delivered: such an answer is not shown. */
  private @Nullable Answer worded(
      Wording model, Question question, Recalled first, Fidelity fidelity) {
    var delivered = new ArrayList<RecalledItem>(first.items());
    String said =
        model.answer(
            question.text(),
            first.asOf(),
            fidelity.summaryLength(),
            asked -> {
              var items =
                  asked.equals(question.text())
                      ? first.items()
                      : recall
                          .recall(
                              new Question(
                                  asked,
                                  first.reading().mode(),
                                  first.reading().at(),
                                  null,
                                  question.tokens(),
                                  question.limit(),
                                  question.zone()))
                          .items();
              return items.stream()
                  .limit(fidelity.recallDepth())
                  .map(item -> piece(item, delivered))
                  .toList();
            });
    var numbers = new HashSet<Integer>();
    CITED.matcher(said).results().forEach(m -> numbers.add(Integer.parseInt(m.group(1))));
    boolean sound =
        !numbers.isEmpty() && numbers.stream().allMatch(n -> n >= 1 && n <= delivered.size());
    return sound ? new Answer(said, with(first, delivered), model.name()) : null;
  }

  private static Piece piece(RecalledItem item, List<RecalledItem> delivered) {
    int number = 1 + delivered.stream().map(RecalledItem::id).toList().indexOf(item.id());
    if (number == 0) {
      delivered.add(item);
      number = delivered.size();
    }
    return new Piece(number, item.text(), item.quote(), item.source() + ", " + item.occurredAt());
  }

  private static Recalled with(Recalled first, List<RecalledItem> items) {
    return new Recalled(
        first.question(),
        first.reading(),
        first.answeredAt(),
        first.asOf(),
        items,
        first.note(),
        first.activity());
  }
}
