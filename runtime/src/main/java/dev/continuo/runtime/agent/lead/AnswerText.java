package dev.continuo.runtime.agent.lead;

import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.Templates;
import dev.continuo.runtime.setting.WorkSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answer to a lead: template, record, what is remembered and free times. No guessing.
 */
final class AnswerText {
  private static final Pattern REPLY_MARK =
      Pattern.compile("(?i)^\\s*(?:(?:re|aw|sv|fwd?|wg)\\s*:\\s*)+");
  private static final int LONGEST_QUOTE = 300;

  private final Templates templates;

  AnswerText(Templates templates) {
    this.templates = templates;
  }

  /**
   * What goes into an answer.
   *
   * @param remembered a sentence about what memory knows, or empty
   * @param answerBy until when an answer is asked for
   */
  record Material(
      IntakeRecord lead,
      Qualification qualification,
      List<Draft.OfferedSlot> slots,
      String remembered,
      List<Draft.UsedFact> facts,
      Instant answerBy,
      Instant now,
      WorkSettings work) {}

  Draft answer(Material material) {
    IntakeRecord lead = material.lead();
    Templates.Filled filled =
        templates.fill(names(lead, material.qualification()), values(material));
    String ask =
        sentence(filled.text(), Wording.weekday(material.answerBy(), material.work().zone()));
    List<String> notes = new ArrayList<>(filled.problems());
    if (material.slots().isEmpty() && !material.qualification().declines()) {
      notes.add("The answer offers no times.");
    }
    return new Draft(
        Objects.requireNonNullElse(lead.replyTo(), lead.sender().email()),
        filled.subject().isBlank() ? "Re: your message" : filled.subject(),
        filled.text(),
        lead.messageId().startsWith("<") ? lead.messageId() : null,
        lead.references(),
        material.slots(),
        ask == null ? null : material.answerBy(),
        ask,
        filled.text().contains(material.remembered()) ? material.facts() : List.of(),
        notes);
  }

  Draft reminder(IntakeRecord lead, Draft answer, Instant sentAt, Instant now, WorkSettings work) {
    List<Draft.OfferedSlot> ahead =
        answer.slots().stream().filter(s -> s.start().isAfter(now)).toList();
    Map<String, String> values = parties(lead, work);
    values.put("subject", answer.subject());
    values.put("topic", topic(lead));
    values.put("sentOn", Wording.day(sentAt, work.zone()));
    values.put("slots", slots(ahead, work.zone()));
    Templates.Filled filled = templates.fill(List.of("reminder"), values);
    return new Draft(
        answer.to(),
        filled.subject().isBlank() ? "Re: your message" : filled.subject(),
        filled.text(),
        answer.inReplyTo(),
        answer.references(),
        ahead,
        null,
        null,
        List.of(),
        filled.problems());
  }

  private static List<String> names(IntakeRecord lead, Qualification qualification) {
    String action = qualification.declines() ? "decline" : "answer";
    return List.of(action + "-" + lead.kind().id(), action);
  }

  private static Map<String, String> values(Material material) {
    IntakeRecord lead = material.lead();
    ZoneId zone = material.work().zone();
    LocalDate today = LocalDate.ofInstant(material.now(), zone);
    Map<String, String> values = parties(lead, material.work());
    values.put("subject", topic(lead));
    values.put(
        "request", lead.request() == null ? "" : Told.line(lead.request().quote(), LONGEST_QUOTE));
    values.put("remembered", material.remembered());
    values.put("understood", Wording.understood(lead, today));
    values.put("mentionedDates", Wording.mentionedDates(lead, today));
    values.put("minutes", String.valueOf(material.work().slotMinutes()));
    values.put("slots", slots(material.slots(), zone));
    values.put("answerBy", Wording.weekday(material.answerBy(), zone));
    return values;
  }

  private static String slots(List<Draft.OfferedSlot> slots, ZoneId zone) {
    return String.join("\n", slots.stream().map(s -> "- " + Wording.slot(s, zone)).toList());
  }

  private static Map<String, String> parties(IntakeRecord lead, WorkSettings work) {
    Map<String, String> values = new HashMap<>();
    values.put("greeting", Wording.greeting(lead));
    values.put("name", Told.line(lead.sender().name(), 80));
    values.put(
        "organisation",
        lead.organisation() == null ? "" : Told.line(lead.organisation().name(), 80));
    values.put("owner", work.ownerName());
    values.put("company", work.company());
    values.put(
        "signature",
        Stream.of(work.ownerName(), work.company())
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n")));
    return values;
  }

  private static String topic(IntakeRecord lead) {
    String topic = REPLY_MARK.matcher(Told.line(lead.subject(), 200)).replaceFirst("").strip();
    return topic.isEmpty() ? "your message" : topic;
  }

  /** The line of the text that asks for something by that day. */
  private static @Nullable String sentence(String text, String day) {
    return text.lines().filter(line -> line.contains(" by " + day)).findFirst().orElse(null);
  }
}
