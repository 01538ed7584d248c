package dev.continuo.ontology.exchange;

import java.time.Duration;

/**
 * How much one question may take.
 *
 * @param time from asking to the last row
 * @param rows of the answer; what is beyond is cut off and said
 * @param statements of the whole projection; a larger memory is not asked in SPARQL
 */
public record QuestionLimits(Duration time, int rows, int statements) {
  /** Five seconds, a thousand rows, three million statements. */
  public static QuestionLimits usual() {
    return new QuestionLimits(Duration.ofSeconds(5), 1_000, 3_000_000);
  }
}
