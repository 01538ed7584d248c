package dev.continuo.runtime.agent;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.agent.onnx.MiniLm;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.MailReader;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.setting.Settings;
import java.nio.file.Path;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the roles. Everything here runs on the tier {@code local}: no key, no network. */
@Configuration(proxyBeanMethods = false)
public class AgentConfiguration {

  @Bean(destroyMethod = "close")
  MiniLm embeddingModel(@Value("${continuo.data}") Path data) {
    return MiniLm.load(data.resolve("engines").resolve("native"));
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
  MailTexts mailTexts(Documents documents, MailReader reader) {
    return new MailTexts(documents, reader);
  }

  @Bean
  Templates answerTemplates(@Value("${continuo.data}") Path data) {
    return new Templates(data);
  }

  @Bean
  ReadMailStep readMailStep(MailTexts mails, Intake intake, Settings settings, Trace trace) {
    return new ReadMailStep(mails, intake, settings, trace);
  }

  @Bean
  RememberMessageStep rememberMessageStep(Memory memory, MailTexts mails, Trace trace) {
    return new RememberMessageStep(memory, mails, trace);
  }

  @Bean
  DraftAnswerStep draftAnswerStep(
      Memory memory, Slots slots, Templates templates, Settings settings, Trace trace) {
    return new DraftAnswerStep(memory, slots, templates, settings, trace);
  }

  @Bean
  DraftReminderStep draftReminderStep(Templates templates, Settings settings, Trace trace) {
    return new DraftReminderStep(templates, settings, trace);
  }

  @Bean
  SendDraftStep sendAnswerStep(Effects effects, Memory memory) {
    return SendDraftStep.answer(effects, memory);
  }

  @Bean
  SendDraftStep sendReminderStep(Effects effects, Memory memory) {
    return SendDraftStep.reminder(effects, memory);
  }

  @Bean
  RememberPromiseStep rememberPromiseStep(
      Memory memory, Effects effects, Settings settings, Trace trace) {
    return new RememberPromiseStep(memory, effects, settings, trace);
  }

  @Bean
  RejectedTimes rejectedTimes(Slots slots) {
    return new RejectedTimes(slots);
  }
}
