package dev.continuo.runtime.connector.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a message that has no Message-ID by its content. How its lines end does not count, nor do
 * empty lines around it: mail servers change these, files keep them.
 */
final class ContentKey {
  private ContentKey() {}

  static String of(byte[] raw) {
    int from = 0;
    while (from < raw.length && isBlank(raw[from])) {
      from++;
    }
    return named(raw, from, true);
  }

  /** As named before bare returns and blanks in front were left out of account too. */
  static String former(byte[] raw) {
    return named(raw, 0, false);
  }

  private static String named(byte[] raw, int from, boolean bareReturnsEndLines) {
    byte[] plain = new byte[raw.length - from];
    int length = 0;
    for (int at = from; at < raw.length; at++) {
      boolean isReturn = raw[at] == '\r';
      if (!isReturn || at + 1 == raw.length || raw[at + 1] != '\n') {
        plain[length++] = isReturn && bareReturnsEndLines ? (byte) '\n' : raw[at];
      }
    }
    while (length > 0 && (plain[length - 1] == '\n' || plain[length - 1] == '\r')) {
      length--;
    }
    MessageDigest digest = sha256();
    digest.update(plain, 0, length);
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
