package dev.continuo.designer.decision;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A decision table to read and to type in. */
@Tag("continuo-decision-editor")
final class DecisionEditor extends Component {
  private static final String CURRENT =
      """
      return customElements.whenDefined('continuo-decision-editor')
          .then(() => this.getXml())
          .then(xml => ({xml, edited: xml !== this.continuoOpened}))
      """;

  /** The editor writes a text in its own order: what it was like when it was opened is no edit. */
  private static final String REMEMBER_OPENED =
      """
      this.addEventListener('decision-imported', () => {
        this.getXml().then(xml => { this.continuoOpened = xml; });
      });
      """;

  DecisionEditor() {
    getElement().executeJs(REMEMBER_OPENED);
  }

  /** Opens a text, also one that it had open before. */
  void open(String xml) {
    getElement().executeJs("this.xml = $0", xml);
  }

  void setReadonly() {
    getElement().setProperty("readonly", true);
  }

  /** Lights rows by their ids. */
  void light(Collection<String> ruleIds) {
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    ruleIds.forEach(ids::add);
    getElement().setPropertyJson("hits", ids);
  }

  /** Asks for the text as it is now and whether it was edited since it was opened. */
  void current(BiConsumer<String, Boolean> answer) {
    getElement()
        .executeJs(CURRENT)
        .then(
            JsonNode.class,
            now -> answer.accept(now.get("xml").asString(), now.get("edited").asBoolean()));
  }

  /** Hears of every edit, at most every 300 ms, and of Ctrl+S after one. */
  void onEdit(Consumer<String> edited) {
    for (String event : List.of("decision-changed", "decision-saved")) {
      getElement()
          .addEventListener(
              event, it -> edited.accept(it.getEventData().get("event.detail.xml").asString("")))
          .addEventData("event.detail.xml")
          .setFilter(
              "event.type === 'decision-changed' || event.detail.xml !== element.continuoOpened");
    }
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    attach.getUI().getPage().addJsModule("context://continuo/decision-editor.js");
  }
}
