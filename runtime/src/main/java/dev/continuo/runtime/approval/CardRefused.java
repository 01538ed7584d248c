package dev.continuo.runtime.approval;

/** A verdict did not count. Nothing was changed. */
public abstract sealed class CardRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CardRefused(String message) {
    super(message);
  }

  /** A stable code for the API. */
  public abstract String code();

  /** There is no such card. */
  public static final class NotFound extends CardRefused {
    private static final long serialVersionUID = 1L;

    NotFound(Object id) {
      super("There is no card '%s'. The inbox lists those there are.".formatted(id));
    }

    @Override
    public String code() {
      return "card-not-found";
    }
  }

  /** The card was answered or withdrawn before. */
  public static final class AlreadyClosed extends CardRefused {
    private static final long serialVersionUID = 1L;

    AlreadyClosed(String title, String how) {
      super(
          "'%s' was %s already. A card is answered once. Its run shows what followed."
              .formatted(title, how));
    }

    @Override
    public String code() {
      return "card-closed";
    }
  }

  /** The content is not the one that was shown. */
  public static final class ContentChanged extends CardRefused {
    private static final long serialVersionUID = 1L;

    ContentChanged(String title) {
      super(
          "The content of '%s' is not the one your answer was for. An answer counts for what was shown. Look at it again and answer again."
              .formatted(title));
    }

    @Override
    public String code() {
      return "card-content-changed";
    }
  }

  /** The card does not offer this answer, or the edited content does not fit. */
  public static final class NotOffered extends CardRefused {
    private static final long serialVersionUID = 1L;

    NotOffered(String title, String why) {
      super("This answer does not fit '%s': %s".formatted(title, why));
    }

    @Override
    public String code() {
      return "verdict-not-offered";
    }
  }
}
