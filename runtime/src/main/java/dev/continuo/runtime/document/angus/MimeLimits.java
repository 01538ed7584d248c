package dev.continuo.runtime.document.angus;

/**
 * How much of a message is taken apart.
 *
 * @param depth nested multiparts and messages
 * @param parts parts in the whole message
 * @param headers header fields of one part
 * @param decodedBytes content after decoding, in the whole message
 */
public record MimeLimits(int depth, int parts, int headers, long decodedBytes) {
  /** What a person's mail never reaches. */
  public static final MimeLimits USUAL = new MimeLimits(20, 500, 1000, 64L << 20);
}
