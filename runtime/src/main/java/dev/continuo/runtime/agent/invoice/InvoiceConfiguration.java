package dev.continuo.runtime.agent.invoice;

import dev.continuo.runtime.agent.Templates;
import dev.continuo.runtime.effect.Effects;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.setting.Settings;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this feature: the steps of <em>Payment reminder</em>. */
@Configuration(proxyBeanMethods = false)
public class InvoiceConfiguration {

  @Bean
  StepHandler lookAtInvoiceStep(Effects effects, Settings settings) {
    return new LookAtInvoiceStep(effects, settings);
  }

  @Bean
  StepHandler draftPaymentReminderStep(
      @Value("${continuo.data}") Path data, Settings settings, Trace trace) {
    return new DraftPaymentReminderStep(new Templates(data), settings, trace);
  }

  @Bean
  StepHandler sendPaymentReminderStep(Effects effects, Settings settings) {
    return new SendPaymentReminderStep(effects, settings);
  }
}
