package dev.continuo.runtime.agent.onnx;

/**
 * The model inside the app could not be loaded or run. Trying again on the same machine will not
 * help.
 */
public final class EmbeddingUnavailable extends RuntimeException {

  EmbeddingUnavailable(String what, Throwable cause) {
    super(
        what
            + " because "
            + cause.getMessage()
            + ". The model ships for 64-bit Linux, macOS (arm) and Windows: run Continuo on one of these.",
        cause);
  }

  public String code() {
    return "embedding-unavailable";
  }
}
