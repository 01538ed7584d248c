package dev.continuo.designer.decision;

import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.DraftText;

/**
 * The table that is being edited, and the revision that the edit started from. Nothing here looks
 * at what the text says.
 */
final class OpenTable {
  private final DecisionTables tables;
  private DraftText draft;

  OpenTable(DecisionTables tables, String id) {
    this.tables = tables;
    this.draft = tables.text(id);
  }

  DraftText draft() {
    return draft;
  }

  /**
   * Saves a text; one that says the same is saved already.
   *
   * @throws dev.continuo.runtime.decision.TableDraftChanged when somebody saved in between
   */
  void keep(String xml) {
    if (!xml.equals(draft.xml())) {
      draft = tables.keepText(draft.tableId(), xml, draft.revision());
    }
  }

  /** Saves a text over what somebody else saved in between. */
  void keepAnyway(String xml) {
    draft = tables.keepText(draft.tableId(), xml, tables.text(draft.tableId()).revision());
  }

  void discard() {
    tables.discardDraft(draft.tableId(), draft.revision());
    draft = tables.text(draft.tableId());
  }

  void takeOffer() {
    tables.takeOffer(draft.tableId(), draft.revision());
    draft = tables.text(draft.tableId());
  }
}
