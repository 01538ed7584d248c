package dev.continuo.runtime.budget;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds; what is null does not narrow.
 *
 * @param client id of the client; empty for rounds about nobody
 * @param flow id of the flow; empty for rounds outside of runs
 */
public record RoundFilter(
    @Nullable YearMonth month,
    @Nullable Long runKey,
    @Nullable String client,
    @Nullable String flow,
    @Nullable String tier,
    @Nullable String model) {

  public static RoundFilter of(YearMonth month) {
    return new RoundFilter(month, null, null, null, null, null);
  }

  public static RoundFilter ofRun(long runKey) {
    return new RoundFilter(null, runKey, null, null, null, null);
  }

  public static RoundFilter ofClient(String client) {
    return new RoundFilter(null, null, client, null, null, null);
  }
}
