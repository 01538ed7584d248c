package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link DecisionTables} in PostgreSQL. */
final class StoredTables implements DecisionTables {
  private final DecisionTableRows tables;
  private final TableReleases releases;
  private final TableChecks checks;
  private final TransactionTemplate transactions;

  StoredTables(
      DecisionTableRows tables,
      TableReleases releases,
      TableChecks checks,
      TransactionTemplate transactions) {
    this.tables = tables;
    this.releases = releases;
    this.checks = checks;
    this.transactions = transactions;
  }

  @Override
  public List<DecisionTable> list() {
    return tables.findAll().stream()
        .map(this::summary)
        .sorted(
            Comparator.comparing(DecisionTable::kind)
                .thenComparing(DecisionTable::title, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public DecisionTable table(String id) {
    return summary(row(id));
  }

  @Override
  public TableDraft draft(String id) {
    return draft(row(id));
  }

  @Override
  public DraftText text(String id) {
    return text(row(id));
  }

  @Override
  public DraftText keepText(String id, String xml, int expectedRevision) {
    return inTransaction(() -> text(changed(id, expectedRevision, row -> row.draftXml = xml)));
  }

  @Override
  public TableDraft checked(String id) {
    var row = row(id);
    var draft = draft(row);
    var title = checks.title(draft.xml(), draft.title());
    if (title.equals(draft.title())) {
      return draft;
    }
    transactions.executeWithoutResult(
        tx -> {
          var now = locked(id);
          if (now.draftRevision == draft.revision()) {
            now.title = title;
          }
        });
    return new TableDraft(
        id, title, draft.xml(), draft.revision(), draft.savedAt(), draft.findings());
  }

  @Override
  public List<Finding> check(String xml) {
    return checks.findings(xml);
  }

  @Override
  public CompletableFuture<List<Finding>> analyse(String xml) {
    return checks.analyse(xml);
  }

  @Override
  public TableDraft create(String id, String xml, String who) {
    if (!id.matches("[a-z][a-z0-9-]{1,60}")) {
      throw new IllegalArgumentException("A table id is kebab-case, not '" + id + "'");
    }
    return inTransaction(
        () -> {
          if (tables.existsById(id)) {
            throw new TableExists(id);
          }
          var row = new DecisionTableRow();
          row.id = id;
          row.title = checks.title(xml, id);
          row.kind = HouseTables.kindOf(id);
          row.draftXml = xml;
          row.draftSavedAt = Instant.now();
          return draft(tables.save(row));
        });
  }

  @Override
  public TableDraft saveDraft(String id, String xml, int expectedRevision) {
    return changeDraft(id, expectedRevision, row -> row.draftXml = xml);
  }

  @Override
  public TableDraft discardDraft(String id, int expectedRevision) {
    return changeDraft(id, expectedRevision, row -> row.draftXml = released(id).xml());
  }

  @Override
  public TableVersion release(String id, String who, String why) {
    return release(id, who, why, "");
  }

  @Override
  public TableVersion release(String id, String who, String why, String despite) {
    return inTransaction(() -> releases.release(locked(id), who, why, despite));
  }

  @Override
  public TableVersion rollBack(String id, int version, String who, String why) {
    return inTransaction(() -> releases.bringBack(locked(id), version, who, why));
  }

  @Override
  public void retire(String id, String who, String why) {
    transactions.executeWithoutResult(tx -> releases.retire(locked(id), who, why));
  }

  @Override
  public TableVersion released(String id) {
    row(id);
    return releases.newest(id).orElseThrow(() -> new TableNotReleased(id));
  }

  @Override
  public List<TableVersion> versions(String id) {
    row(id);
    return releases.all(id);
  }

  @Override
  public Optional<String> offered(String id) {
    return Optional.ofNullable(row(id).offeredXml);
  }

  @Override
  public TableDraft takeOffer(String id, int expectedRevision) {
    return changeDraft(
        id,
        expectedRevision,
        row -> {
          if (row.offeredXml != null) {
            row.draftXml = row.offeredXml;
            row.offeredXml = null;
          }
        });
  }

  @Override
  public void declineOffer(String id) {
    transactions.executeWithoutResult(tx -> locked(id).offeredXml = null);
  }

  /**
   * Puts a shipped table in place, released, where it is absent; offers its text where the owner's
   * house has an older one.
   */
  void ship(String id, String xml) {
    var hash = ContentHash.of(xml);
    var known = tables.findById(id);
    if (known.isPresent() && hash.equals(known.get().shippedHash)) {
      return;
    }
    try {
      transactions.executeWithoutResult(tx -> shipNow(id, xml, hash));
    } catch (DataIntegrityViolationException another) {
      // Another copy of the app put it in place at the same moment.
    }
  }

  private void shipNow(String id, String xml, String hash) {
    var found = tables.lock(id);
    if (found.isPresent()) {
      found.get().shippedHash = hash;
      found.get().offeredXml = xml;
      return;
    }
    var row = new DecisionTableRow();
    row.id = id;
    row.title = checks.shippedTitle(xml, id);
    row.kind = HouseTables.kindOf(id);
    row.draftXml = xml;
    row.shippedHash = hash;
    tables.saveAndFlush(row);
    releases.add(id, xml, "Continuo", "Came with the product", null);
  }

  private TableDraft changeDraft(
      String id, int expectedRevision, Consumer<DecisionTableRow> change) {
    return inTransaction(
        () -> {
          var row = changed(id, expectedRevision, change);
          row.title = checks.title(row.draftXml, row.title);
          return draft(row);
        });
  }

  private DecisionTableRow changed(
      String id, int expectedRevision, Consumer<DecisionTableRow> change) {
    var row = locked(id);
    if (row.draftRevision != expectedRevision) {
      throw new TableDraftChanged(id, expectedRevision, row.draftRevision);
    }
    change.accept(row);
    row.draftRevision++;
    row.draftSavedAt = Instant.now();
    return row;
  }

  private static DraftText text(DecisionTableRow row) {
    return new DraftText(row.id, row.title, row.draftXml, row.draftRevision, row.draftSavedAt);
  }

  private TableDraft draft(DecisionTableRow row) {
    return new TableDraft(
        row.id,
        row.title,
        row.draftXml,
        row.draftRevision,
        row.draftSavedAt,
        checks.findings(row.id, row.draftXml));
  }

  private DecisionTable summary(DecisionTableRow row) {
    var newest = releases.newest(row.id);
    return new DecisionTable(
        row.id,
        row.title,
        row.kind,
        newest.map(TableVersion::version).orElse(0),
        newest.map(TableVersion::releasedAt).orElse(null),
        newest.isEmpty() && releases.any(row.id),
        row.draftRevision,
        row.draftSavedAt,
        newest.map(v -> !v.contentHash().equals(ContentHash.of(row.draftXml))).orElse(true),
        row.offeredXml != null);
  }

  private DecisionTableRow row(String id) {
    return tables.findById(id).orElseThrow(() -> new TableNotFound(id));
  }

  private DecisionTableRow locked(String id) {
    return tables.lock(id).orElseThrow(() -> new TableNotFound(id));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(tx -> work.get()));
  }
}
