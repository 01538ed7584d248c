package dev.continuo.runtime.budget.springai;

/** A provider answered with an error status. */
final class ProviderRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  ProviderRefused(int status) {
    super("The model's provider refused with status %d.".formatted(status));
    this.status = status;
  }

  int status() {
    return status;
  }
}
