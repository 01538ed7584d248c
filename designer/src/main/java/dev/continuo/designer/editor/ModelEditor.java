package dev.continuo.designer.editor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A web component in which one model is edited as a text: opened, read as it stands, and heard of
 * when it was edited. A subclass names its tag; its events begin with its name.
 */
public abstract class ModelEditor extends Component {
  private static final String CURRENT =
      """
      return customElements.whenDefined(this.localName)
          .then(() => this.getXml())
          .then(xml => ({xml, edited: xml !== this.continuoOpened}))
      """;

  /** The editor writes a text in its own order: what it was like when it was opened is no edit. */
  private static final String REMEMBER_OPENED =
      """
      if (this.continuoOpened !== undefined) return;
      this.continuoOpened = null;
      this.addEventListener($0, () => {
        this.getXml().then(xml => { this.continuoOpened = xml; });
      });
      """;

  private final String name;

  /**
   * @param name what is edited, "process" for {@code <continuo-process-editor>}
   */
  protected ModelEditor(String name) {
    this.name = name;
  }

  /** Opens a text, also one that it had open before. */
  public void open(String xml) {
    getElement().executeJs("this.xml = $0", xml);
  }

  /** Shows the model without any tool that changes it. */
  public void setReadonly() {
    getElement().setProperty("readonly", true);
  }

  /** Asks for the text as it is now and whether it was edited since it was opened. */
  public void current(BiConsumer<String, Boolean> answer) {
    getElement()
        .executeJs(CURRENT)
        .then(
            JsonNode.class,
            now -> answer.accept(now.get("xml").asString(), now.get("edited").asBoolean()));
  }

  /** Hears of every edit, at most every 300 ms, and of Ctrl+S after one. */
  public void onEdit(Consumer<String> edited) {
    String changed = name + "-changed";
    for (String event : List.of(changed, name + "-saved")) {
      getElement()
          .addEventListener(
              event, it -> edited.accept(it.getEventData().get("event.detail.xml").asString("")))
          .addEventData("event.detail.xml")
          .setFilter(
              "event.type === '%s' || event.detail.xml !== element.continuoOpened"
                  .formatted(changed));
    }
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    getElement().executeJs(REMEMBER_OPENED, name + "-imported");
    attach.getUI().getPage().addJsModule("context://continuo/" + name + "-editor.js");
  }
}
