package dev.continuo.designer.decision;

import com.vaadin.flow.component.Tag;
import dev.continuo.designer.editor.ModelEditor;
import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A decision table to read and to type in. */
@Tag("continuo-decision-editor")
final class DecisionEditor extends ModelEditor {
  DecisionEditor() {
    super("decision");
  }

  /** Lights rows by their ids. */
  void light(Collection<String> ruleIds) {
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    ruleIds.forEach(ids::add);
    getElement().setPropertyJson("hits", ids);
  }
}
