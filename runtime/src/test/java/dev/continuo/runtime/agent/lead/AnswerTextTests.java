package dev.continuo.runtime.agent.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.agent.IntakeRecord;
import dev.continuo.runtime.agent.RequestKind;
import dev.continuo.runtime.agent.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTextTests {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  private static final List<Draft.OfferedSlot> SLOTS =
      List.of(slot("2026-11-20T08:00:00Z", "a"), slot("2026-11-23T09:30:00Z", "b"));

  @TempDir Path data;

  @Test
  void answersAProjectInquiry() {
    Draft draft = answer(Leads.hotel(), "answer", SLOTS, "");

    assertThat(draft.to()).isEqualTo("ida@fjordhotel.example");
    assertThat(draft.subject()).isEqualTo("Re: New website");
    assertThat(draft.inReplyTo()).isEqualTo("<1@fjordhotel.example>");
    assertThat(draft.text())
        .isEqualTo(
            """
            Dear Ida Storm,

            thank you for your message. You wrote: “I am planning to renew the website of our hotel.”

            As I understand it, you mention EUR 8,000 to 10,000 and the date Friday 12 March 2027. Please tell me if I got that wrong.

            I would like to hear a little more before I promise anything. These times are free for a call of 30 minutes:
            - Friday 20 November 2026, 09:00 to 09:30 (Europe/Oslo, UTC+01:00)
            - Monday 23 November 2026, 10:30 to 11:00 (Europe/Oslo, UTC+01:00)

            Please tell me by Monday 23 November 2026 which of them suits you, or suggest another.

            Kind regards,
            Kari Berg
            Berg Studio
            """);
    assertThat(draft.ask())
        .isEqualTo(
            "Please tell me by Monday 23 November 2026 which of them suits you, or suggest another.");
    assertThat(draft.answerBy()).isEqualTo("2026-11-23T16:00:00Z");
  }

  @Test
  void declinesAnApplicationWithoutTimesOrPromises() {
    Draft draft =
        answer(
            Leads.hotel(RequestKind.JOB_APPLICATION, "Re: AW: Application", "<2@x>"),
            "decline",
            List.of(),
            "");

    assertThat(draft.subject()).isEqualTo("Re: Application");
    assertThat(draft.text())
        .isEqualTo(
            """
            Dear Ida Storm,

            thank you for your application and for the time you put into it.

            I have no open position at present and cannot make you an offer. I wish you all the best with your search.

            Kind regards,
            Kari Berg
            Berg Studio
            """);
    assertThat(draft.ask()).isNull();
    assertThat(draft.answerBy()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void leavesNoGapOpenForAnyKindOrAction(RequestKind kind) {
    for (String action : List.of("answer", "decline")) {
      Draft draft = answer(Leads.hotel(kind, "New website", "<1@x>"), action, List.of(), "");

      assertThat(draft.text())
          .doesNotContain("{{")
          .startsWith("Dear Ida Storm,")
          .contains("Kari Berg");
      assertThat(draft.text().lines().count()).isLessThan(25);
      Draft.CONTRACT.check(draft);
    }
  }

  @Test
  void saysWhatItRemembersAndOnWhichFactsThatStands() {
    String remembered = "It is good to hear from you again.";

    Draft draft = answer(Leads.hotel(), "answer", SLOTS, remembered);

    assertThat(draft.text()).contains("\n\n" + remembered + "\n\n");
    assertThat(draft.factsUsed()).extracting(Draft.UsedFact::factId).containsExactly("f1");
  }

  @Test
  void takesTheOperatorsOwnTemplateFirst() throws Exception {
    Files.createDirectories(data.resolve("templates"));
    Files.writeString(
        data.resolve("templates/answer-project-inquiry.txt"),
        "Subject: About {{subject}}\n\n{{greeting}}\n\nhere is {{nonsense}}.\n");

    Draft draft = answer(Leads.hotel(), "answer", SLOTS, "");

    assertThat(draft.subject()).isEqualTo("About New website");
    assertThat(draft.text()).isEqualTo("Dear Ida Storm,\n\nhere is {{nonsense}}.\n");
    assertThat(draft.notes()).anyMatch(n -> n.contains("{{nonsense}}"));
    assertThat(draft.factsUsed()).isEmpty();
  }

  @Test
  void neverReadsTheMailAsATemplateOrAHeader() {
    IntakeRecord lead =
        Leads.hotel(RequestKind.SUPPORT, "Hello {{owner}}\r\nBcc: all@example.com", "<1@x>");

    Draft draft = answer(lead, "answer", SLOTS, "");

    assertThat(draft.subject()).isEqualTo("Re: Hello {{owner}} Bcc: all@example.com");
    Draft.CONTRACT.check(draft);
  }

  @Test
  void writesAReminder() {
    Draft answer = answer(Leads.hotel(), "answer", SLOTS, "");

    Draft reminder =
        new AnswerText(new Templates(data))
            .reminder(
                Leads.hotel(),
                answer,
                Instant.parse("2026-11-18T11:00:00Z"),
                Instant.parse("2026-11-21T11:00:00Z"),
                Leads.WORK);

    assertThat(reminder.subject()).isEqualTo("Re: New website");
    assertThat(reminder.text())
        .isEqualTo(
            """
            Dear Ida Storm,

            on 18 November 2026 I wrote to you about “New website” and have not heard from you since. Perhaps my message got lost.

            These times are still free for a talk:
            - Monday 23 November 2026, 10:30 to 11:00 (Europe/Oslo, UTC+01:00)

            Is the matter still open on your side? A short word is enough, and I will take it from there.

            Kind regards,
            Kari Berg
            Berg Studio
            """);
  }

  @Test
  void asksForAnAnswerByTheEndOfAWorkingDay() {
    Instant friday = Instant.parse("2026-11-20T14:10:00Z");
    Instant fridayNight = Instant.parse("2026-11-20T20:10:00Z");

    assertThat(Deadlines.endOfWorkingDay(friday, Leads.WORK)).isEqualTo("2026-11-20T16:00:00Z");
    assertThat(Deadlines.endOfWorkingDay(fridayNight, Leads.WORK))
        .isEqualTo("2026-11-23T16:00:00Z");
  }

  private Draft answer(
      IntakeRecord lead, String action, List<Draft.OfferedSlot> slots, String remembered) {
    Qualification qualification = Leads.says(action, 24);
    return new AnswerText(new Templates(data))
        .answer(
            new AnswerText.Material(
                lead,
                qualification,
                slots,
                remembered,
                remembered.isEmpty()
                    ? List.of()
                    : List.of(new Draft.UsedFact("f1", "a fact", "a quote")),
                Deadlines.endOfWorkingDay(NOW.plus(Leads.WORK.reminderAfter()), Leads.WORK),
                NOW,
                Leads.WORK));
  }

  private static Draft.OfferedSlot slot(String start, String hold) {
    Instant at = Instant.parse(start);
    return new Draft.OfferedSlot(at, at.plusSeconds(1800), hold);
  }

  @Test
  void writesTheRulesThatHitInWords() {
    assertThat(Leads.says("answer", 24).rules())
        .containsExactly("Lead qualification v1, row 12: Project, new contact");
    assertThat(
            Qualification.CONTRACT
                .of(Map.of("qualification", Map.of("action", "answer")), "qualification")
                .rules())
        .isEmpty();
  }
}
