package dev.continuo.designer.people;

import java.io.Serializable;
import java.security.Principal;

/**
 * The one person this house belongs to; the principal of every browser session and token.
 *
 * @param name as they sign
 * @param email their login name
 */
public record Owner(String name, String email) implements Principal, Serializable {
  @Override
  public String getName() {
    return name;
  }

  /** The first name, for a greeting. */
  public String firstName() {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
