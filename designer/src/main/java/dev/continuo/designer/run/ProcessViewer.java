package dev.continuo.designer.run;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The drawing of a process with a run's path lit on it. */
@Tag("continuo-process-viewer")
final class ProcessViewer extends Component {
  ProcessViewer() {
    getElement().setAttribute("aria-label", "The process as a drawing");
  }

  void setXml(String xml) {
    getElement().setProperty("xml", xml);
  }

  void light(Collection<String> completed, Collection<String> active, Collection<String> stopped) {
    getElement().setPropertyJson("completed", array(completed));
    getElement().setPropertyJson("active", array(active));
    getElement().setPropertyJson("incidents", array(stopped));
  }

  void onElement(Consumer<String> clicked) {
    getElement()
        .addEventListener(
            "element-clicked",
            event -> clicked.accept(event.getEventData().get("event.detail.id").asString("")))
        .addEventData("event.detail.id");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    attach.getUI().getPage().addJsModule("context://continuo/process-viewer.js");
  }

  private static ArrayNode array(Collection<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
