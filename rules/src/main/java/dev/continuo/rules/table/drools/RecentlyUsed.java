package dev.continuo.rules.table.drools;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values used last. Two threads that miss at once both compute, and the first result
 * stays: nobody waits for another's compilation.
 */
final class RecentlyUsed<K, V> {
  private final Map<K, V> values;

  RecentlyUsed(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  V get(K key, Supplier<V> compute) {
    var kept = find(key);
    if (kept != null) {
      return kept;
    }
    var computed = compute.get();
    synchronized (values) {
      var first = values.putIfAbsent(key, computed);
      return first == null ? computed : first;
    }
  }

  private @Nullable V find(K key) {
    synchronized (values) {
      return values.get(key);
    }
  }
}
