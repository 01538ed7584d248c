package dev.continuo.runtime.flow;

/** Thrown when a flow id is unknown. */
public final class FlowNotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FlowNotFound(String flowId) {
    super("There is no flow '%s'. The Flows page lists those there are.".formatted(flowId));
  }

  /** A stable code for the API. */
  public String code() {
    return "flow-not-found";
  }
}
