package dev.continuo.runtime.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters when the named character set may be wrong: the named one if it fits, then
 * UTF-8, then windows-1252, which takes every byte.
 *
 * @param text the characters
 * @param guessed whether the named character set was missing or did not fit
 */
record TextDecoding(String text, boolean guessed) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static TextDecoding of(byte[] bytes, @Nullable String named) {
    Optional<Charset> charset = charset(named);
    if (charset.isPresent()) {
      Optional<String> exact = strict(bytes, charset.get());
      if (exact.isPresent()) {
        return new TextDecoding(exact.get(), false);
      }
    }
    boolean silent = named == null && isAscii(bytes);
    return strict(bytes, StandardCharsets.UTF_8)
        .map(text -> new TextDecoding(text, !silent))
        .orElseGet(() -> new TextDecoding(new String(bytes, WINDOWS), true));
  }

  private static Optional<Charset> charset(@Nullable String named) {
    if (named == null) {
      return Optional.empty();
    }
    try {
      String name = named.strip().toLowerCase(Locale.ROOT);
      // What senders call Latin-1 is windows-1252 in practice (WHATWG Encoding Standard).
      return Optional.of(name.equals("iso-8859-1") ? WINDOWS : Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(
                  charset == WINDOWS ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
