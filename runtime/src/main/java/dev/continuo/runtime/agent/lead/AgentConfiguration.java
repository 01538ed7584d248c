package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.agent.Intake;
import dev.continuo.runtime.agent.RequestExamples;
import dev.continuo.runtime.agent.Templates;
import dev.continuo.runtime.agent.onnx.MiniLm;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.filing.Filings;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.upkeep.Upkeep;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The beans of this feature: the embedding model, the intake role and the steps of Lead intake. */
@Configuration(proxyBeanMethods = false)
public class AgentConfiguration {

  @Bean(destroyMethod = "close")
  MiniLm embeddingModel(@Value("${continuo.data}") Path data) {
    return MiniLm.load(data.resolve("run").resolve("native"));
  }

  @Bean
  RequestExamples requestExamples(@Value("${continuo.data}") Path data) {
    return new RequestExamples(data);
  }

  @Bean
  Intake intake(EmbeddingModel model, RequestExamples examples) {
    return new Intake(model, examples);
  }

  @Bean
  StoredMails storedMails(Documents documents, MailReader reader) {
    return new StoredMails(documents, reader);
  }

  @Bean
  AnswerText answerText(@Value("${continuo.data}") Path data) {
    return new AnswerText(new Templates(data));
  }

  @Bean
  SentAnswers sentAnswers(Effects effects) {
    return new SentAnswers(effects);
  }

  @Bean
  MemoryOutbox memoryOutbox(
      JdbcClient jdbc, JsonMapper json, Trace trace, PlatformTransactionManager transactions) {
    return new MemoryOutbox(jdbc, json, trace, new TransactionTemplate(transactions));
  }

  @Bean
  MemoryUpkeep memoryUpkeep(MemoryOutbox outbox, Memory memory, Runs runs) {
    return new MemoryUpkeep(outbox, memory, runs);
  }

  @Bean
  Upkeep memoryCompared(MemoryUpkeep writes) {
    return Upkeep.every(
        "memory-upkeep", Duration.ofSeconds(15), Duration.ofMinutes(2), writes::look);
  }

  @Bean
  OfferedTimes offeredTimes(Slots slots) {
    return new OfferedTimes(slots);
  }

  @Bean
  StepHandler readMailStep(StoredMails mails, Intake intake, Settings settings, Trace trace) {
    return new ReadMailStep(mails, intake, settings, trace);
  }

  @Bean
  StepHandler rememberMessageStep(
      StoredMails mails,
      Memory memory,
      MemoryOutbox outbox,
      Slots slots,
      Settings settings,
      Filings filings) {
    return new RememberMessageStep(mails, memory, outbox, slots, settings, filings);
  }

  @Bean
  StepHandler draftAnswerStep(
      Memory memory, Slots slots, Settings settings, AnswerText texts, Trace trace) {
    return new DraftAnswerStep(memory, slots, settings, texts, trace, InstantSource.system());
  }

  @Bean
  StepHandler sendAnswerStep(Effects effects, Slots slots, Settings settings) {
    return new SendAnswerStep(effects, slots, settings);
  }

  @Bean
  StepHandler rememberPromiseStep(
      SentAnswers sent, Memory memory, MemoryOutbox outbox, Settings settings) {
    return new RememberPromiseStep(sent, memory, outbox, settings);
  }

  @Bean
  StepHandler draftReminderStep(
      SentAnswers sent, Settings settings, AnswerText texts, Trace trace) {
    return new DraftReminderStep(sent, settings, texts, trace);
  }

  @Bean
  StepHandler sendReminderStep(Effects effects, SentAnswers sent, Settings settings) {
    return new SendReminderStep(effects, sent, settings);
  }
}
