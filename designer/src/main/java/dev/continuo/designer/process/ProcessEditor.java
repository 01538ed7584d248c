package dev.continuo.designer.process;

import com.vaadin.flow.component.Tag;
import dev.continuo.designer.editor.ModelEditor;
import dev.continuo.runtime.flow.Finding;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The drawing of a process, with the step catalogue at its left and properties at its right. */
@Tag("continuo-process-editor")
final class ProcessEditor extends ModelEditor {
  ProcessEditor() {
    super("process");
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
}
