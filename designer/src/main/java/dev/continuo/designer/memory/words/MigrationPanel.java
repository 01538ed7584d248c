package dev.continuo.designer.memory.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.VocabularyReport;

/** Stored facts of older versions: what a move to the newest would change, and the move. */
final class MigrationPanel extends Div {
  private final Hand hand;
  private final Div result = new Div();
  private final Button move = new Button("Move them", click -> move());

  MigrationPanel(Hand hand) {
    this.hand = hand;
    addClassName("panel");
    move.setVisible(false);
    result.getElement().setAttribute("aria-live", "polite");
    Paragraph about =
        new Paragraph(
            "When a version renames a term, facts that were stored before can be moved to it. A dry"
                + " run shows each before and after and changes nothing.");
    about.addClassName("soft");
    Div doing = new Div(new Button("Dry run", click -> dryRun()), move);
    doing.addClassName("actions");
    add(new H2("Stored facts"), about, doing, result);
  }

  private void dryRun() {
    Hand.done(
        () -> {
          VocabularyReport report = hand.memory().vocabularies().dryRun();
          move.setVisible(!report.changes().isEmpty());
          say(report);
        });
  }

  private void move() {
    Hand.done(
        () -> {
          say(hand.memory().vocabularies().migrate(hand.who()));
          move.setVisible(false);
          Toast.show("Moved. Each old row stays in the history.");
        });
  }

  private void say(VocabularyReport report) {
    result.removeAll();
    result.add(
        new VocabularyFindings(
            report, "Every stored fact speaks version " + report.version() + " already."));
  }
}
