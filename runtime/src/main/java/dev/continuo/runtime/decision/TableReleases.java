package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The released versions of tables. Whatever changes them runs in the caller's transaction. */
final class TableReleases {
  private static final String REDS = "Released although kept tests are red: ";
  private final TableVersionRows versions;
  private final TableChecks checks;
  private final Supplier<List<ReleaseGate>> allGates;
  private final Consumer<String> changed;

  /**
   * Stores releases.
   *
   * @param changed is told the table's id once a change is stored
   */
  TableReleases(
      TableVersionRows versions,
      TableChecks checks,
      Supplier<List<ReleaseGate>> gates,
      Consumer<String> changed) {
    this.versions = versions;
    this.checks = checks;
    this.allGates = gates;
    this.changed = changed;
  }

  TableVersion release(DecisionTableRow row, String who, String why, String despite) {
    check(row.id, row.draftXml, despite);
    var reason = despite.isBlank() ? why : sentence(why) + REDS + despite;
    return add(row.id, row.draftXml, who, reason, null);
  }

  private static String sentence(String why) {
    return why.isBlank() ? "" : why + (why.endsWith(".") ? " " : ". ");
  }

  TableVersion bringBack(DecisionTableRow row, int version, String who, String why) {
    var older =
        versions
            .findById(new TableVersionRow.Key(row.id, version))
            .orElseThrow(() -> new TableNotReleased(row.id));
    check(row.id, older.xml, "It was released before.");
    return add(row.id, older.xml, who, why, version);
  }

  private void check(String id, String xml, String despite) {
    var findings = new ArrayList<>(checks.findings(id, xml));
    if (findings.stream().noneMatch(Finding::isError) && despite.isBlank()) {
      allGates.get().forEach(gate -> findings.addAll(gate.against(id, xml)));
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new TableRefused(findings);
    }
  }

  TableVersion add(String id, String xml, String who, String why, @Nullable Integer rolledBackTo) {
    var newest = versions.findFirstByKeyTableIdOrderByKeyVersionDesc(id);
    var hash = ContentHash.of(xml);
    if (newest.isPresent()
        && newest.get().contentHash.equals(hash)
        && newest.get().retiredAt == null) {
      return newest.get().toVersion();
    }
    var version = new TableVersionRow();
    version.key = new TableVersionRow.Key(id, newest.map(v -> v.key.version()).orElse(0) + 1);
    version.contentHash = hash;
    version.xml = xml;
    version.releasedBy = who;
    version.why = why;
    version.rolledBackTo = rolledBackTo;
    afterwards(id);
    return versions.save(version).toVersion();
  }

  /** Lets those who ask look again once this is stored. */
  private void afterwards(String id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            changed.accept(id);
          }
        });
  }

  void retire(DecisionTableRow row, String who, String why) {
    if (row.kind == DecisionTable.Kind.HOUSE) {
      throw new TableRefused(List.of(HouseTables.needed(row.title)));
    }
    afterwards(row.id);
    versions.findByKeyTableIdOrderByKeyVersionDesc(row.id).stream()
        .filter(version -> version.retiredAt == null)
        .forEach(
            version -> {
              version.retiredAt = Instant.now();
              version.retiredBy = who;
              version.retiredWhy = why;
            });
  }

  /** The newest one that is not retired. */
  Optional<TableVersion> newest(String id) {
    return versions
        .findFirstByKeyTableIdAndRetiredAtIsNullOrderByKeyVersionDesc(id)
        .map(TableVersionRow::toVersion);
  }

  /** Whether there ever was one. */
  boolean any(String id) {
    return versions.findFirstByKeyTableIdOrderByKeyVersionDesc(id).isPresent();
  }

  /** All, newest first. */
  List<TableVersion> all(String id) {
    return versions.findByKeyTableIdOrderByKeyVersionDesc(id).stream()
        .map(TableVersionRow::toVersion)
        .toList();
  }
}
