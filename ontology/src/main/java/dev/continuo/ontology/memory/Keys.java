package dev.continuo.ontology.memory;

/** Durable keys are looked up by index: they are never blank, never long, never multi-line. */
final class Keys {

  static final int LONGEST = 512;

  private Keys() {}

  static String requireKey(String what, String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " cannot be used: it is blank, longer than "
              + LONGEST
              + " characters or holds control characters. Give a short durable key.");
    }
    return key;
  }

  static boolean isKey(String key) {
    return !key.isBlank()
        && key.length() <= LONGEST
        && key.chars().noneMatch(Character::isISOControl);
  }
}
