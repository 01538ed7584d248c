package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.setting.WorkSettings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How memory is to know the people, organisations and requests of a mail. */
final class Refs {
  private static final int LONGEST = 400;

  private Refs() {}

  /** The sender; one without a usable address is somebody else in every mail. */
  static EntityRef person(IntakeRecord lead) {
    return new EntityRef(
        "schema:Person",
        hasAddress(lead) ? "mailto:" + cut(lead.sender().email()) : "unknown-sender:" + id(lead),
        lead.sender().name());
  }

  static boolean hasAddress(IntakeRecord lead) {
    return lead.sender().email().matches("[^\\s@<>\"]+@[^\\s@<>\"]+");
  }

  /** The owner, also before the settings name an address. */
  static EntityRef owner(WorkSettings work) {
    String email = work.ownerEmail().strip().toLowerCase(Locale.ROOT);
    return new EntityRef(
        "schema:Person",
        email.isEmpty() ? "owner:me" : "mailto:" + cut(email),
        label(work.ownerName(), "The owner"));
  }

  /** The organisation: by its domain, or by name and sender where it has none. */
  static @Nullable EntityRef organisation(IntakeRecord lead) {
    IntakeRecord.Organisation named = lead.organisation();
    if (named == null) {
      return null;
    }
    String key =
        named.domain() == null
            ? "organisation:" + cut(named.name().toLowerCase(Locale.ROOT))
            : "domain:" + cut(named.domain());
    return new EntityRef("org:Organization", key, named.name(), List.of());
  }

  static EntityRef request(IntakeRecord lead) {
    String kind = lead.kind().id().replace('-', ' ');
    return new EntityRef(
        "continuo:Request", "request:" + id(lead), label(lead.subject(), "A request: " + kind));
  }

  static EntityRef message(String messageId, String subject) {
    return new EntityRef(
        "schema:EmailMessage", "message:" + cut(messageId), label(subject, "Message"));
  }

  /** The message's id, cut so that it fits into a key. */
  static String id(IntakeRecord lead) {
    return cut(lead.messageId().isBlank() ? "sha256:" + lead.documentId() : lead.messageId());
  }

  static String label(String text, String otherwise) {
    String line = Told.line(text, 200);
    return line.isEmpty() ? otherwise : line;
  }

  private static String cut(String key) {
    String line = key.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
