package dev.continuo.runtime.effect;

/**
 * Carries intents of one channel outside. Implemented by connectors and called by {@code effect}
 * alone.
 *
 * <p>Contract: the same idempotency key does nothing twice where the channel can promise that;
 * where it cannot know whether something left, the answer is {@link SendResult.Unknown}. Never
 * throws for a refused or broken transport.
 */
public interface Sender {
  /** The channel's name. */
  String channel();

  /** Sends, or finds that the key was sent before. */
  SendResult send(Intent intent, String idempotencyKey);
}
