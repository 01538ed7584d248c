package dev.continuo.runtime.flow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers which message starts a released process; a release never changes. */
final class StartMessages {
  private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>();

  private StartMessages() {}

  static Optional<String> of(FlowLint lint, String contentHash, Supplier<String> xml) {
    return KNOWN.computeIfAbsent(
        contentHash, hash -> lint.outline(xml.get()).flatMap(FlowLint.Outline::startMessage));
  }
}
