package dev.continuo.designer.process;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import dev.continuo.runtime.flow.Finding;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The drawing of a process, with the step catalogue at its left and properties at its right. */
@Tag("continuo-process-editor")
final class ProcessEditor extends Component {
  private static final String CURRENT =
      """
      return customElements.whenDefined('continuo-process-editor')
          .then(() => this.getXml())
          .then(xml => ({xml, edited: xml !== this.continuoOpened}))
      """;

  /** The editor writes a text in its own order: what it was like when it was opened is no edit. */
  private static final String REMEMBER_OPENED =
      """
      this.addEventListener('process-imported', () => {
        this.getXml().then(xml => { this.continuoOpened = xml; });
      });
      """;

  ProcessEditor() {
    getElement().executeJs(REMEMBER_OPENED);
  }

  /** Opens a text, also one that it had open before. */
  void open(String xml) {
    getElement().executeJs("this.xml = $0", xml);
  }

  void setReadonly() {
    getElement().setProperty("readonly", true);
  }

  void setTemplates(ArrayNode templates) {
    getElement().setPropertyJson("templates", templates);
  }

  void setFindings(List<Finding> findings) {
    ArrayNode marks = JsonNodeFactory.instance.arrayNode();
    findings.stream()
        .filter(finding -> !finding.elementId().isEmpty())
        .forEach(
            finding ->
                marks
                    .addObject()
                    .put("elementId", finding.elementId())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("message", finding.sentence()));
    getElement().setPropertyJson("findings", marks);
  }

  void select(String elementId) {
    getElement().executeJs("this.select($0); this.scrollIntoView({block: 'center'})", elementId);
  }

  /** Asks for the text as it is drawn now and whether it was edited since it was opened. */
  void current(BiConsumer<String, Boolean> answer) {
    getElement()
        .executeJs(CURRENT)
        .then(
            JsonNode.class,
            now -> answer.accept(now.get("xml").asString(), now.get("edited").asBoolean()));
  }

  /** Hears of every edit, at most every 300 ms, and of Ctrl+S after one. */
  void onEdit(Consumer<String> edited) {
    for (String event : List.of("process-changed", "process-saved")) {
      getElement()
          .addEventListener(
              event, it -> edited.accept(it.getEventData().get("event.detail.xml").asString("")))
          .addEventData("event.detail.xml")
          .setFilter(
              "event.type === 'process-changed' || event.detail.xml !== element.continuoOpened");
    }
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    attach.getUI().getPage().addJsModule("context://continuo/process-editor.js");
  }
}
