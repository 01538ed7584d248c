package dev.continuo.rules.tck;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One test case of the DMN TCK.
 *
 * @param model the model's file
 * @param service name of the decision service that is asked; empty when decisions are
 */
record TckCase(
    String id, Path model, String service, Map<String, Object> inputs, List<Expected> expected) {

  /** What one node must answer; null where an error or null is expected. */
  record Expected(String node, Object value) {}
}
