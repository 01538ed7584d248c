package dev.continuo.designer.memory.words;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.continuo.designer.memory.Hand;
import dev.continuo.designer.shell.Toast;
import dev.continuo.ontology.memory.VocabularyReport;
import dev.continuo.ontology.vocabulary.VocabularyRefused;

/** The operator's own terms as text: write, check, take effect. */
final class ExtensionPanel extends Div {
  private static final String EXAMPLE =
      """
      @prefix my: <https://example.com/terms#> .
      @prefix continuo: <https://continuo.dev/ns#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix schema: <https://schema.org/> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

      <https://example.com/terms> a owl:Ontology ; owl:versionInfo "1" .

      # What a person likes to be called: one value at a time.
      my:nickname a owl:DatatypeProperty ; rdfs:label "likes to be called" ;
          continuo:slot continuo:Functional ;
          schema:domainIncludes schema:Person ; schema:rangeIncludes xsd:string .

      my:NicknameShape a sh:NodeShape ; sh:targetClass schema:Person ;
          sh:property [ sh:path my:nickname ; sh:maxCount 1 ; sh:maxLength 40 ;
              sh:message "Somebody likes to be called one name of up to 40 characters." ] .
      """;

  private final Hand hand;
  private final Runnable changed;
  private final TextArea turtle = new TextArea();
  private final Div report = new Div();
  private final Button adopt = new Button("Let it take effect", click -> ask());
  private final NativeButton example =
      new NativeButton("Begin with an example", click -> show(EXAMPLE));

  ExtensionPanel(Hand hand, Runnable changed) {
    this.hand = hand;
    this.changed = changed;
    addClassNames("panel", "extension");
    turtle.addClassName("code-field");
    turtle.setAriaLabel("Your words, in Turtle");
    turtle.setWidthFull();
    turtle.setMinRows(12);
    turtle.setMaxRows(36);
    turtle.setMaxLength(500_000);
    turtle.setValueChangeMode(ValueChangeMode.LAZY);
    turtle.addValueChangeListener(change -> edited());
    example.addClassName("link-button");
    adopt.addThemeVariants(ButtonVariant.PRIMARY);
    report.getElement().setAttribute("aria-live", "polite");
    report.addClassName("extension-report");
    Paragraph about =
        new Paragraph(
            "Turtle with a namespace of your own. Each relation says how its values live together,"
                + " each rule has a message in plain words. It is checked before it takes effect.");
    about.addClassName("soft");
    Div doing = new Div(adopt, new Button("Check", click -> check()), example);
    doing.addClassName("actions");
    add(new H2("Your words"), about, turtle, doing, report);
  }

  void show(String text) {
    turtle.setValue(text);
    edited();
  }

  private void edited() {
    report.removeAll();
    example.setVisible(turtle.getValue().isBlank());
  }

  private VocabularyReport checked() {
    return hand.memory().vocabularies().check(turtle.getValue());
  }

  private void check() {
    Hand.done(() -> say(checked()));
  }

  private void say(VocabularyReport found) {
    report.removeAll();
    report.add(new VocabularyFindings(found, "It is sound, and every fact keeps its place."));
  }

  private void ask() {
    Hand.done(
        () -> {
          VocabularyReport found = checked();
          if (found.isClean()) {
            confirm();
          } else {
            say(found);
          }
        });
  }

  private void confirm() {
    ConfirmDialog ask = new ConfirmDialog();
    ask.setHeader("Let these words take effect?");
    ask.setText(
        "Everything written from now on may use them and is checked by them. What is stored stays"
            + " as it is. The text in use now stays in the history.");
    ask.setCancelable(true);
    ask.setConfirmText("Take effect");
    ask.addConfirmListener(confirm -> adopt());
    ask.open();
  }

  private void adopt() {
    try {
      if (Hand.done(() -> hand.memory().vocabularies().adopt(turtle.getValue(), hand.who()))) {
        Toast.show("The words are in use.");
        changed.run();
      }
    } catch (VocabularyRefused refused) {
      check();
    }
  }
}
