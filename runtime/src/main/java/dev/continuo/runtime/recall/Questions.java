package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.Question;
import dev.continuo.ontology.recall.Recall;
import dev.continuo.ontology.recall.Recalled;
import dev.continuo.ontology.recall.RecalledItem;
import dev.continuo.runtime.budget.CapReached;
import dev.continuo.runtime.budget.Fidelities;
import dev.continuo.runtime.budget.Fidelity;
import dev.continuo.runtime.budget.Work;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.recall.Wording.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recalls, and puts it into words by a model where there is one and the plan has room for it: how
 * much it sees and says is asked of the house table <em>Fidelity</em>. Where no model speaks, the
 * facts stand for themselves and the answer says why.
 */
final class Questions implements Asking {
  private static final Logger log = LoggerFactory.getLogger(Questions.class);
  private static final Pattern CITED = Pattern.compile("\\[(\\d{1,3}(?:\\s*,\\s*\\d{1,3})*)]");
  private static final String TASK = "research";

  private final Recall recall;
  private final Voices voices;
  private final Fidelities fidelities;

  Questions(Recall recall, Voices voices, Fidelities fidelities) {
    this.recall = recall;
    this.voices = voices;
    this.fidelities = fidelities;
  }

  @Override
  public Answer ask(Question question) {
    Recalled first = recall.recall(question);
    if (first.items().isEmpty() || !voices.any()) {
      return facts(first, "");
    }
    Fidelity fidelity = fidelities.of(Lane.CRITICAL, TASK);
    if (!fidelity.maySpend()) {
      return facts(first, "No model was asked: " + fidelity.reason());
    }
    var entities = first.reading().entities();
    var work = Work.asked(TASK, entities.isEmpty() ? null : entities.getFirst().id());
    try {
      return voices
          .of(work, fidelity)
          .map(model -> worded(model, question, first, fidelity))
          .orElseGet(() -> facts(first, ""));
    } catch (CapReached cap) {
      return facts(first, "No model was asked: " + cap.refused().reason());
    } catch (RuntimeException trouble) {
      log.warn(
          "The model gave no answer, so the facts stand for themselves: {}", trouble.toString());
      return facts(first, "The model gave no answer, so the facts stand for themselves.");
    }
  }

  private static Answer facts(Recalled recalled, String why) {
    return new Answer(FactsInWords.of(recalled), recalled, "facts", why);
  }

  private Answer worded(Wording model, Question question, Recalled first, Fidelity fidelity) {
    var delivered = new ArrayList<RecalledItem>(first.items());
    var shown = new HashSet<Integer>();
    String said =
        ModelMarkdown.plain(
            model.answer(
                question.text(),
                first.asOf(),
                fidelity.summaryLength(),
                asked -> {
                  var pieces = pieces(asked, question, first, delivered, fidelity.recallDepth());
                  pieces.forEach(piece -> shown.add(piece.number()));
                  return pieces;
                }));
    if (!stands(said, shown)) {
      return facts(
          first, "The model named no evidence that it was given, so the facts stand instead.");
    }
    return new Answer(said, with(first, delivered), model.name(), "");
  }

  private List<Piece> pieces(
      String asked, Question question, Recalled first, List<RecalledItem> delivered, int depth) {
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
    return items.stream().limit(depth).map(item -> piece(item, delivered)).toList();
  }

  /** An answer that cites nothing, or something that the model was not shown, does not stand. */
  private static boolean stands(String said, Set<Integer> shown) {
    var cited =
        CITED
            .matcher(said)
            .results()
            .flatMap(one -> Stream.of(one.group(1).split("\\D+")))
            .map(Integer::valueOf)
            .toList();
    return !cited.isEmpty() && shown.containsAll(cited);
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
