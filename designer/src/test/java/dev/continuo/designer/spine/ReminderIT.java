package dev.continuo.designer.spine;

import static dev.continuo.designer.spine.Mails.WISH;
import static dev.continuo.designer.spine.Mails.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** After the answer: a reply, or a reminder when none comes, with a real timer. */
@Isolated
class ReminderIT {
  private static RunningContinuo continuo;

  @BeforeAll
  static void start() {
    continuo = Spine.continuo();
  }

  @Test
  void withoutAReplyAReminderAsksAndIsSentIntoTheThread() {
    var mail = aMail(continuo, WISH);
    var run = answeredAndNotHeardOf(mail, "PT5S");
    var card = run.card("EFFECT");
    assertThat(card.path("title").asString()).startsWith("Remind Hanna Berg");
    assertThat(card.at("/why/why").asString()).contains("has not replied");
    assertThat(card.path("items")).hasSize(1);
    assertThat(run.sent()).hasSize(1);
    String answer = run.sent().getFirst();

    run.answer("EFFECT", "APPROVED");
    Eventually.within(60, "the reminder is in the outbox", () -> run.sent().size() == 2);
    List<String> both = run.sent();
    assertThat(both)
        .allSatisfy(
            sent ->
                assertThat(sent)
                    .contains("In-Reply-To: " + mail.messageId)
                    .containsPattern("(?s)References:[^:]*" + mail.messageId)
                    .contains("Subject: Re: " + mail.subject())
                    .contains("To: hanna@fjordstudio.example"));
    assertThat(both.stream().map(ReminderIT::idOf).distinct()).hasSize(2);
    assertThat(run.story()).contains("drafts a reminder to Hanna Berg");

    // the reply comes to the reminder, perhaps while the next one is being asked for
    String id =
        both.stream()
            .filter(sent -> !sent.equals(answer))
            .map(ReminderIT::idOf)
            .findFirst()
            .orElseThrow();
    aMail(continuo, "Sorry, Tuesday it is. Hanna").answering(id).arrives();
    run.ends();
    assertThat(run.passed("answered")).isTrue();
    assertThat(run.cards("EFFECT")).isEmpty();
    assertThat(run.sent()).hasSize(2);
  }

  @Test
  void aReplyWhileTheReminderIsBeingAskedForWithdrawsItsCard() {
    var mail = aMail(continuo, WISH);
    var run = answeredAndNotHeardOf(mail, "PT1S");
    run.card("EFFECT");
    aMail(continuo, "Tuesday suits me well. Hanna").answering(mail.messageId).arrives();
    run.ends();
    assertThat(run.passed("answered")).isTrue();
    assertThat(run.cards("EFFECT")).isEmpty();
    assertThat(run.sent()).as("no reminder went out").hasSize(1);
  }

  @Test
  void aReplyBeforeTheAnswerIsApprovedEndsTheRunWithoutAReminder() {
    var mail = aMail(continuo, WISH);
    var run = mail.arrives().isWaitingAt("send-answer");
    aMail(continuo, "One more thing: we prefer mornings. Hanna")
        .answering(mail.messageId)
        .arrives();
    run.answer("EFFECT", "APPROVED");
    run.ends();
    assertThat(run.passed("answered")).isTrue();
    assertThat(run.passed("send-reminder")).isFalse();
    assertThat(run.sent()).hasSize(1);
  }

  @Test
  void aReminderThatIsRejectedEndsTheRun() {
    var run = answeredAndNotHeardOf(aMail(continuo, WISH), "PT1S");
    run.answer("EFFECT", "REJECTED");
    run.ends();
    assertThat(run.passed("no-reminder")).isTrue();
    assertThat(run.sent()).hasSize(1);
  }

  /**
   * The run of a mail that was answered, at the reminder that it asks for; the next is far away.
   */
  private static TestedRun answeredAndNotHeardOf(Mails mail, String reminderAfter) {
    Owner.works(continuo, reminderAfter);
    var run = mail.arrives().isWaitingAt("send-answer");
    run.answer("EFFECT", "APPROVED");
    run.isWaitingAt("send-reminder");
    Owner.works(continuo, "P3D");
    return run;
  }

  private static String idOf(String sent) {
    return sent.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("message-id:"))
        .map(line -> line.substring(11).strip())
        .findFirst()
        .orElseThrow();
  }
}
