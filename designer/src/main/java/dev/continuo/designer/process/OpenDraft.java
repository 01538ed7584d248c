package dev.continuo.designer.process;

import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.Flows;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The text that is being edited, and the revision that the edit started from. */
final class OpenDraft {
  private final Flows flows;
  private final String flowId;
  private final String who;
  private String xml;
  private int revision;
  private @Nullable Instant savedAt;

  OpenDraft(Flows flows, Flow flow, String who) {
    this.flows = flows;
    this.flowId = flow.id();
    this.who = who;
    this.xml = flow.newestXml();
    this.revision = flow.draftRevision();
    this.savedAt = flow.draftSavedAt();
  }

  String xml() {
    return xml;
  }

  @Nullable Instant savedAt() {
    return savedAt;
  }

  /**
   * Saves a text; one that says the same is saved already.
   *
   * @throws dev.continuo.runtime.flow.DraftChanged when somebody saved in between
   */
  void keep(String text) {
    if (!text.equals(xml)) {
      revision = flows.saveDraft(flowId, text, revision, who);
      xml = text;
      savedAt = Instant.now();
    }
  }

  /** Saves a text over what somebody else saved in between. */
  void keepAnyway(String text) {
    revision = flows.flow(flowId).draftRevision();
    keep(text);
  }
}
