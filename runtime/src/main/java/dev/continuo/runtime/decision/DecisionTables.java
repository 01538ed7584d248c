package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The owner's decision tables: a draft that is edited, and released versions that never change.
 *
 * <p>Each method is a transaction of its own, or joins the caller's.
 */
public interface DecisionTables {
  /** All tables, house tables first, then by title. */
  List<DecisionTable> list();

  /**
   * One table.
   *
   * @throws TableNotFound when there is none
   */
  DecisionTable table(String id);

  /**
   * The draft with everything that is to be said about it. Where nothing was edited since the last
   * release, the draft is the released text.
   *
   * @throws TableNotFound when there is no such table
   */
  TableDraft draft(String id);

  /**
   * The draft as it is stored, without looking at it.
   *
   * @throws TableNotFound when there is no such table
   */
  DraftText text(String id);

  /**
   * Saves a draft without looking at it, which takes no longer than storing it; {@link #checked}
   * says what is to be said.
   *
   * @throws TableDraftChanged when somebody saved in between; nothing is overwritten
   */
  DraftText keepText(String id, String xml, int expectedRevision);

  /**
   * The draft as it is stored now, with everything that is to be said about it; the table is called
   * as its text says from then on. Takes as long as compiling does.
   *
   * @throws TableNotFound when there is no such table
   */
  TableDraft checked(String id);

  /** All that is to be said about a text, errors first; never throws for what it contains. */
  List<Finding> check(String xml);

  /**
   * Looks in the background for values without a row, rows that fit at the same time and rows that
   * never answer. A text that does not compile gives no findings.
   */
  CompletableFuture<List<Finding>> analyse(String xml);

  /**
   * Takes a new table in, as a draft without a release.
   *
   * @param id kebab-case; the name by which steps ask the table
   * @throws TableExists when the id is taken
   */
  TableDraft create(String id, String xml, String who);

  /**
   * Saves a draft, also one that does not compile: nothing typed is lost.
   *
   * @param expectedRevision the revision that the edit started from
   * @return the draft as it now stands, with all findings
   * @throws TableDraftChanged when somebody saved in between; nothing is overwritten
   */
  TableDraft saveDraft(String id, String xml, int expectedRevision);

  /**
   * Puts the newest released text back as the draft.
   *
   * @throws TableDraftChanged when somebody saved in between
   */
  TableDraft discardDraft(String id, int expectedRevision);

  /**
   * Releases the draft. It answers from the next question on, without a restart. A draft that says
   * the same as the newest version returns that version.
   *
   * @throws TableRefused with every finding when the draft cannot be released
   */
  TableVersion release(String id, String who, String why);

  /**
   * Releases the draft although kept tests are red, for a reason that goes into the record.
   *
   * @param despite why the red tests do not count; empty where they do
   * @throws TableRefused with every finding when the draft cannot be released
   */
  TableVersion release(String id, String who, String why, String despite);

  /**
   * Brings the text of an older version back as the newest one, under a new number. The draft stays
   * as it is.
   *
   * @throws TableNotReleased when there is no such version
   * @throws TableRefused when its text would not be released today
   */
  TableVersion rollBack(String id, int version, String who, String why);

  /**
   * Takes a table of a flow out of service: nothing new may ask it until it is released or rolled
   * back again. Runs that began with a version keep it.
   *
   * @throws TableRefused for a table that the house itself asks
   */
  void retire(String id, String who, String why);

  /**
   * The newest released version that is not retired.
   *
   * @throws TableNotReleased when there is none yet
   */
  TableVersion released(String id);

  /** All released versions, newest first. */
  List<TableVersion> versions(String id);

  /**
   * A newer text that came with the product and that the owner has neither taken nor declined. What
   * the owner edited is never overwritten by it.
   */
  Optional<String> offered(String id);

  /**
   * Takes the offered text as the draft; it is released like any other draft.
   *
   * @throws TableDraftChanged when somebody saved in between
   */
  TableDraft takeOffer(String id, int expectedRevision);

  /** Forgets the offered text; the next newer one is offered again. */
  void declineOffer(String id);
}
