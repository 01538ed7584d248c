package dev.continuo.runtime.connector.calendar;

import dev.continuo.runtime.effect.Sender;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of this feature: {@link Slots} and the sender of the channel {@code calendar}. */
@Configuration(proxyBeanMethods = false)
public class CalendarConfiguration {

  @Bean
  CalendarFolder calendarFolder(@Value("${continuo.data}") Path data) {
    return new CalendarFolder(data.resolve("calendar"));
  }

  @Bean
  Slots slots(JdbcClient jdbc, PlatformTransactionManager transactions, CalendarFolder calendars) {
    return new Slots(
        jdbc, new TransactionTemplate(transactions), calendars, InstantSource.system());
  }

  @Bean
  Sender calendarSender(JdbcClient jdbc, CalendarFolder calendars) {
    return new CalendarSender(jdbc, calendars);
  }
}
