package dev.continuo.runtime.flow;

/** The process engine did not do what it was asked. */
public abstract sealed class EngineTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private EngineTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  /** The engine cannot be reached or is busy. Trying again may help. */
  public static final class Unreachable extends EngineTrouble {
    private static final long serialVersionUID = 1L;

    public Unreachable(String why, Throwable cause) {
      super(
          "The process engine does not answer (%s). It may be starting or stopped. Continuo goes on trying; `./continuo status` shows where it stands."
              .formatted(why),
          cause);
    }
  }

  /** The engine refuses the request. Trying again will not help. */
  public static final class Refused extends EngineTrouble {
    private static final long serialVersionUID = 1L;

    public Refused(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /** What the request names is not there any more. */
  public static final class Gone extends EngineTrouble {
    private static final long serialVersionUID = 1L;

    public Gone(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
