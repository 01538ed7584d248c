package dev.continuo.ontology.memory.neo4j;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Instants as the store has them: date and time in UTC. */
final class Times {

  private Times() {}

  static OffsetDateTime stored(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime storedOrNull(@Nullable Instant instant) {
    return instant == null ? null : stored(instant);
  }

  static Instant read(Value value) {
    return value.asOffsetDateTime().toInstant();
  }

  static @Nullable Instant readOrNull(Value value) {
    return value.isNull() ? null : read(value);
  }
}
