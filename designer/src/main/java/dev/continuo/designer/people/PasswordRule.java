package dev.continuo.designer.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a password must hold. Length counts, symbols do not: a sentence is a good password. */
enum PasswordRule {
  LONG("At least 12 characters. A short sentence works well.") {
    @Override
    boolean holds(String password, String name, String email) {
      return password.codePointCount(0, password.length()) >= 12 && password.length() <= 200;
    }
  },
  VARIED("Not one character or one pattern over and over.") {
    @Override
    boolean holds(String password, String name, String email) {
      return password.chars().distinct().count() >= 5 && !isRun(password);
    }
  },
  YOURS_ALONE("Without your name, your e-mail or a well-known password.") {
    @Override
    boolean holds(String password, String name, String email) {
      String low = password.toLowerCase(Locale.ROOT);
      return !password.isEmpty()
          && WELL_KNOWN.stream().noneMatch(low::contains)
          && Stream.concat(
                  Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s+")),
                  Arrays.stream(email.toLowerCase(Locale.ROOT).split("[@.]")))
              .filter(part -> part.length() > 3)
              .noneMatch(low::contains);
    }
  };

  private static final Set<String> WELL_KNOWN =
      Set.of(
          "password", "passwort", "qwerty", "qwertz", "letmein", "continuo", "welcome", "iloveyou");

  private final String words;

  PasswordRule(String words) {
    this.words = words;
  }

  abstract boolean holds(String password, String name, String email);

  String words() {
    return words;
  }

  static boolean allHold(String password, String name, String email) {
    return Arrays.stream(values()).allMatch(rule -> rule.holds(password, name, email));
  }

  private static boolean isRun(String password) {
    if (password.length() < 2) {
      return false;
    }
    int step = password.charAt(1) - password.charAt(0);
    for (int i = 2; i < password.length(); i++) {
      if (password.charAt(i) - password.charAt(i - 1) != step) {
        return false;
      }
    }
    return Math.abs(step) <= 1;
  }
}
