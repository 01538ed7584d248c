package dev.continuo.rules.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kept test.
 *
 * @param name what the owner calls it
 * @param decisionId the decision that is asked; empty for the model's main decision
 * @param given the inputs by name
 * @param expect the outputs that matter by name; empty means that no row may answer
 */
public record TableTest(
    String name,
    String decisionId,
    Map<String, @Nullable Object> given,
    Map<String, @Nullable Object> expect) {
  public TableTest {
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
  }

  public static TableTest of(
      String name, Map<String, @Nullable Object> given, Map<String, @Nullable Object> expect) {
    return new TableTest(name, "", given, expect);
  }
}
