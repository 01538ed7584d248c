package dev.continuo.runtime.flow;

import dev.continuo.runtime.journal.ElementNames;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the journal what people call the elements of released processes. */
final class ReleasedElementNames implements ElementNames {
  private final FlowVersionRows versions;
  private final FlowLint lint;
  private final Map<Long, Map<String, String>> known = new ConcurrentHashMap<>();

  ReleasedElementNames(FlowVersionRows versions, FlowLint lint) {
    this.versions = versions;
    this.lint = lint;
  }

  @Override
  public Optional<String> name(long processKey, String elementId) {
    var names = known.get(processKey);
    if (names == null) {
      var row = versions.findFirstByProcessKey(processKey);
      if (row.isEmpty()) {
        return Optional.empty();
      }
      names = lint.outline(row.get().xml).map(FlowLint.Outline::elementNames).orElse(Map.of());
      known.put(processKey, names);
    }
    return Optional.ofNullable(names.get(elementId)).filter(name -> !name.isBlank());
  }
}
