package dev.continuo.designer.process;

import dev.continuo.runtime.decision.DecisionTable;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.flow.StepCatalogue;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepPort;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The step catalogue as the editor's palette: one element template for Zeebe per step type, in the
 * schema of bpmn.io's element templates.
 */
class StepTemplates {
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";
  private static final String HEADER = "header";
  private static final String TABLE = "decision";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final StepCatalogue catalogue;
  private final DecisionTables tables;

  StepTemplates(StepCatalogue catalogue, DecisionTables tables) {
    this.catalogue = catalogue;
    this.tables = tables;
  }

  /** All of them, as they stand now; a step that asks a table offers the tables by name. */
  ArrayNode all() {
    List<DecisionTable> known = tables.list();
    ArrayNode all = JSON.arrayNode();
    catalogue.steps().forEach(step -> all.add(template(step, known)));
    return all;
  }

  static ObjectNode template(StepDescriptor step, List<DecisionTable> tables) {
    boolean asksTable = step.inputs().stream().anyMatch(StepTemplates::namesTable);
    String element = asksTable ? "bpmn:BusinessRuleTask" : "bpmn:ServiceTask";
    ObjectNode template = JSON.objectNode();
    template.put("$schema", SCHEMA);
    template.put("id", "continuo." + step.id());
    template.put("version", 1);
    template.put("name", step.title());
    template.put("description", step.docs());
    ObjectNode category = template.putObject("category");
    category.put("id", step.group().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    category.put("name", step.group());
    template.putArray("appliesTo").add("bpmn:Task").add(element);
    template.putObject("elementType").put("value", element);
    template.put("entriesVisible", true);
    ArrayNode groups = template.putArray("groups");
    groups.addObject().put("id", "settings").put("label", "Settings").put("openByDefault", true);
    groups.addObject().put("id", "needs").put("label", "What it needs").put("openByDefault", true);
    ArrayNode properties = template.putArray("properties");
    hidden(properties, "type", step.jobType());
    hidden(properties, "retries", String.valueOf(step.retry().retries() + 1));
    for (StepPort input : step.inputs()) {
      properties.add(HEADER.equals(input.type()) ? setting(input, tables) : mapping(input));
    }
    return template;
  }

  private static boolean namesTable(StepPort port) {
    return HEADER.equals(port.type()) && TABLE.equals(port.name());
  }

  private static void hidden(ArrayNode properties, String property, String value) {
    ObjectNode hidden = properties.addObject();
    hidden.put("type", "Hidden");
    hidden.put("value", value);
    hidden.putObject("binding").put("type", "zeebe:taskDefinition").put("property", property);
  }

  private static ObjectNode setting(StepPort port, List<DecisionTable> tables) {
    ObjectNode setting = JSON.objectNode();
    boolean choose = namesTable(port) && !tables.isEmpty();
    setting.put("type", choose ? "Dropdown" : "String");
    setting.put("label", port.title());
    setting.put("group", "settings");
    if (choose) {
      ArrayNode choices = setting.putArray("choices");
      tables.forEach(
          table -> choices.addObject().put("name", table.title()).put("value", table.id()));
    }
    setting.putObject("binding").put("type", "zeebe:taskHeader").put("key", port.name());
    if (port.required()) {
      setting.putObject("constraints").put("notEmpty", true);
    }
    return setting;
  }

  private static ObjectNode mapping(StepPort port) {
    ObjectNode mapping = JSON.objectNode();
    mapping.put("type", "String");
    mapping.put("label", port.title());
    mapping.put("description", "Empty: the variable \u201c" + port.name() + "\u201d is taken.");
    mapping.put("group", "needs");
    mapping.put("feel", "optional");
    mapping.put("optional", true);
    mapping.putObject("binding").put("type", "zeebe:input").put("name", port.name());
    return mapping;
  }
}
