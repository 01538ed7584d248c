package dev.continuo.runtime.connector.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a message that has no Message-ID by its content. Line ends do not count, nor do empty lines
 * at the end: mail servers change both, files keep them.
 */
final class ContentKey {
  private ContentKey() {}

  static String of(byte[] raw) {
    MessageDigest digest = sha256();
    int end = raw.length;
    while (end > 0 && (raw[end - 1] == '\n' || raw[end - 1] == '\r')) {
      end--;
    }
    int from = 0;
    for (int at = 0; at + 1 < end; at++) {
      if (raw[at] == '\r' && raw[at + 1] == '\n') {
        digest.update(raw, from, at - from);
        from = at + 1;
      }
    }
    digest.update(raw, from, end - from);
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
