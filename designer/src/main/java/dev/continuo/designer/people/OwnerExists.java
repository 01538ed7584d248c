package dev.continuo.designer.people;

/** Thrown when somebody wants to become the owner of a house that has one. */
public final class OwnerExists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OwnerExists() {
    super("This house already has an owner. Log in with the owner's e-mail and password.");
  }

  /** A stable code for the API. */
  public String code() {
    return "owner-exists";
  }
}
