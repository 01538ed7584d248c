package dev.continuo.runtime.flow;

import java.util.List;
import java.util.Optional;

/** The owner's flows: drafts are edited, releases are immutable and run on the engine. */
public interface Flows {
  /** All flows by title. */
  List<Flow> list();

  /**
   * One flow.
   *
   * @throws FlowNotFound when there is none
   */
  Flow flow(String id);

  /** The BPMN that a run of the engine's process number follows. */
  Optional<String> xmlOf(long processKey);

  /** Looks at a process and returns all findings, errors first; never throws for bad input. */
  List<Finding> check(String xml);

  /**
   * Takes a new flow in from its BPMN, as a draft.
   *
   * @throws FlowRefused when no process id can be read from it
   */
  Flow create(String xml, String who);

  /**
   * Saves a draft, also one with errors: nothing typed is lost.
   *
   * @return the new revision
   * @throws DraftChanged when the revision is not the expected one
   */
  int saveDraft(String id, String xml, int expectedRevision, String who);

  /**
   * Releases the draft: checked, deployed, then immutable. An unchanged draft returns the version
   * that is there.
   *
   * @throws FlowRefused with every finding when it cannot be released
   */
  Flow.Version release(String id, String who, String why);

  /** Puts the newest release back as the draft. */
  void discardDraft(String id);
}
