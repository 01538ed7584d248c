package dev.continuo.runtime.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The closed set of step types. The palette, the lint, the documentation and the workers all read
 * from it.
 */
public final class StepCatalogue {
  private final Map<String, StepHandler> byJobType;

  /**
   * Collects the handlers.
   *
   * @throws IllegalStateException when two handlers claim the same job type
   */
  public StepCatalogue(Collection<StepHandler> handlers) {
    byJobType =
        handlers.stream()
            .collect(Collectors.toMap(h -> h.descriptor().jobType(), Function.identity()));
  }

  /** All step types, by group and title. */
  public List<StepDescriptor> steps() {
    return byJobType.values().stream()
        .map(StepHandler::descriptor)
        .sorted(Comparator.comparing(StepDescriptor::group).thenComparing(StepDescriptor::title))
        .toList();
  }

  /** The step type behind a job type. */
  public Optional<StepDescriptor> ofJobType(String jobType) {
    return Optional.ofNullable(byJobType.get(jobType)).map(StepHandler::descriptor);
  }

  /** All handlers, for the workers. */
  public List<StepHandler> handlers() {
    return List.copyOf(byJobType.values());
  }
}
