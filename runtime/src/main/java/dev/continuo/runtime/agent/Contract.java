package dev.continuo.runtime.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a role is given or hands on: a record in Java, a JSON Schema for everybody else. A value
 * that breaks its schema never gets into a process.
 */
public final class Contract<T> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final String name;
  private final Class<T> type;
  private final Schema schema;

  private Contract(String name, Class<T> type, Schema schema) {
    this.name = name;
    this.type = type;
    this.schema = schema;
  }

  /** The contract whose schema is the resource {@code continuo/agent/<name>.schema.json}. */
  public static <T> Contract<T> of(String name, Class<T> type) {
    String file = "/continuo/agent/" + name + ".schema.json";
    try (InputStream schema = Contract.class.getResourceAsStream(file)) {
      if (schema == null) {
        throw new IOException(file + " is not on the class path");
      }
      return new Contract<>(
          name,
          type,
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(JSON.readTree(schema)));
    } catch (IOException e) {
      throw new UncheckedIOException("The schema of " + name + " could not be read", e);
    }
  }

  /**
   * Refuses a value that does not fit the schema.
   *
   * @throws ContractBroken with all findings
   */
  public void check(T value) {
    checked(JSON.valueToTree(value));
  }

  /** The value as a process variable. */
  public Map<String, Object> variable(T value) {
    return JSON.convertValue(checked(JSON.valueToTree(value)), MAP);
  }

  /**
   * The value of a process variable.
   *
   * @throws ContractBroken when the variable is missing or does not fit
   */
  public T of(Map<String, Object> variables, String variable) {
    Object raw = variables.get(variable);
    if (raw == null) {
      throw new ContractBroken(name, List.of("the variable '" + variable + "' is missing"));
    }
    try {
      return JSON.treeToValue(checked(JSON.valueToTree(raw)), type);
    } catch (JacksonException e) {
      throw new ContractBroken(name, List.of(e.getOriginalMessage()));
    }
  }

  private JsonNode checked(JsonNode json) {
    List<String> findings =
        schema.validate(json).stream()
            .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
            .toList();
    if (!findings.isEmpty()) {
      throw new ContractBroken(name, findings);
    }
    return json;
  }
}
