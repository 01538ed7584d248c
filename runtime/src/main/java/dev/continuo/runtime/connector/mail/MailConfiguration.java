package dev.continuo.runtime.connector.mail;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.effect.Sender;
import dev.continuo.runtime.flow.Starts;
import dev.continuo.runtime.journal.Journal;
import dev.continuo.runtime.journal.Run;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.setting.Settings;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beans of this feature. {@code continuo.mail.flow} names the flow that a new mail starts;
 * {@code continuo.mail.watch=false} leaves the inbox folder and the mailbox alone.
 */
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {

  @Bean
  UnreadableMails unreadableMails(
      JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
    return new UnreadableMails(jdbc, new TransactionTemplate(transactions), events);
  }

  @Bean
  MailCards mailCards(Approvals approvals) {
    return new MailCards(approvals);
  }

  @Bean
  MailIntake mailIntake(
      Documents documents,
      MailReader reader,
      UnreadableMails unreadable,
      Starts starts,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      ObjectProvider<Journal> journal,
      ObjectProvider<Runs> runs,
      @Value("${continuo.mail.flow:lead-intake}") String flowId) {
    return new MailIntake(
        documents,
        reader,
        new MailThreads(jdbc),
        unreadable,
        starts,
        thread ->
            run(journal.getObject(), thread)
                .flatMap(run -> runs.getObject().get(run))
                .filter(run -> run.state().ended())
                .map(Run::runKey),
        events,
        new TransactionTemplate(transactions),
        flowId);
  }

  /**
   * A thread that we began is named after its run, every other one after the mail that began it.
   */
  private static Optional<Long> run(Journal journal, String thread) {
    return thread.matches("run:\\d{1,18}")
        ? Optional.of(Long.valueOf(thread.substring("run:".length())))
        : journal.runStartedWith("mail:" + thread);
  }

  @Bean
  Sender mailSender(Settings settings, JdbcClient jdbc, @Value("${continuo.data}") Path data) {
    return new MailSender(
        settings,
        new MailSecrets(data.resolve("secrets")),
        new OutgoingMails(jdbc, new MailThreads(jdbc)),
        new OutboxFolder(data.resolve("outbox")));
  }

  @Bean
  MailWatch mailWatch(
      MailIntake intake,
      Settings settings,
      JdbcClient jdbc,
      @Value("${continuo.data}") Path data,
      @Value("${continuo.mail.watch:true}") boolean watch) {
    return new MailWatch(
        new InboxFolder(data.resolve("inbox"), intake),
        new MailboxPolling(settings, new MailSecrets(data.resolve("secrets")), intake, jdbc),
        settings,
        watch);
  }
}
