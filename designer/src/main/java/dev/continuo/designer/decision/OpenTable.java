package dev.continuo.designer.decision;

import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.TableDraft;

/** The table that is being edited, and the revision that the edit started from. */
final class OpenTable {
  private final DecisionTables tables;
  private TableDraft draft;

  OpenTable(DecisionTables tables, TableDraft draft) {
    this.tables = tables;
    this.draft = draft;
  }

  TableDraft draft() {
    return draft;
  }

  /**
   * Saves a text; one that says the same is saved already.
   *
   * @throws dev.continuo.runtime.decision.TableDraftChanged when somebody saved in between
   */
  void keep(String xml) {
    if (!xml.equals(draft.xml())) {
      draft = tables.saveDraft(draft.tableId(), xml, draft.revision());
    }
  }

  /** Saves a text over what somebody else saved in between. */
  void keepAnyway(String xml) {
    draft = tables.saveDraft(draft.tableId(), xml, tables.draft(draft.tableId()).revision());
  }

  void discard() {
    draft = tables.discardDraft(draft.tableId(), draft.revision());
  }

  void takeOffer() {
    draft = tables.takeOffer(draft.tableId(), draft.revision());
  }
}
