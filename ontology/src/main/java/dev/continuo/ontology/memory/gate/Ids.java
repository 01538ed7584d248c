package dev.continuo.ontology.memory.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that follow from what they stand for, so that a repeated write makes the same ones. */
final class Ids {

  private static final int BYTES = 12;

  private Ids() {}

  static String of(String prefix, String meaning) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(meaning.getBytes(StandardCharsets.UTF_8));
      return prefix + HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
