package dev.continuo.runtime.agent;

import dev.continuo.ontology.exchange.Exchange;
import dev.continuo.ontology.exchange.QuestionLimits;
import dev.continuo.ontology.exchange.Questions;
import dev.continuo.ontology.memory.Activities;
import dev.continuo.ontology.memory.Memory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Memory carried out and in, and asked in SPARQL. */
@Configuration(proxyBeanMethods = false)
public class ExchangeConfiguration {
  @Bean
  Exchange exchange(Memory memory) {
    return new Exchange(memory);
  }

  @Bean
  Questions questions(Memory memory, ObjectProvider<Activities> activities) {
    return Questions.over(
        memory, QuestionLimits.usual(), activities.getIfAvailable(Activities::none));
  }
}
