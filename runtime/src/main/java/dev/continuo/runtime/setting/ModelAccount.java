package dev.continuo.runtime.setting;

/**
 * One language model that the owner pays for or runs.
 *
 * @param provider whose protocol it speaks
 * @param baseUrl where it answers, such as {@code https://api.openai.com/v1}
 * @param model its name there
 * @param secretName the name under which the data folder's secrets keep its key; empty for none.
 *     The key itself is never a setting
 * @param microsPerThousandIn price of 1,000 tokens that it reads, in micro-euros
 * @param microsPerThousandOut price of 1,000 tokens that it writes, in micro-euros
 * @param maxTokens most tokens it may write in one round
 */
public record ModelAccount(
    Provider provider,
    String baseUrl,
    String model,
    String secretName,
    long microsPerThousandIn,
    long microsPerThousandOut,
    int maxTokens) {

  /** The protocols that are spoken. */
  public enum Provider {
    /** OpenAI, and the many that speak like it. */
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }

  /** What so many tokens cost, rounded up. */
  public long micros(long tokensIn, long tokensOut) {
    return Math.ceilDiv(tokensIn * microsPerThousandIn + tokensOut * microsPerThousandOut, 1_000);
  }

  /** Whether it runs on this machine. */
  boolean here() {
    return baseUrl.matches("http://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?(/.*)?");
  }
}
