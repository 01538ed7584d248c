package dev.continuo.runtime.budget;

/**
 * How a round ended.
 *
 * @param detail one sentence where it did not end well; never text of the model or of a mail
 */
public record Settlement(Ending ending, int tokensIn, int tokensOut, long micros, String detail) {

  /** The ways a round ends. */
  public enum Ending {
    ANSWERED,
    /** It asked for tools; another round follows. */
    TOOLS,
    /** Nobody waited for its end any more. */
    CANCELLED,
    FAILED,
    /** The application went down during it. */
    LOST,
    /** A cap stood in the way; it did not take place. */
    REFUSED
  }
}
