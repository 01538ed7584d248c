package dev.continuo.runtime.activity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the activities; {@code continuo.activities.keep-days} says how long they are kept. */
@Configuration(proxyBeanMethods = false)
public class ActivityConfiguration {
  @Bean
  StoredActivities storedActivities(
      JdbcTemplate jdbc, @Value("${continuo.activities.keep-days:90}") int keptDays) {
    return new StoredActivities(jdbc, keptDays);
  }

  @Bean
  ActivityLog activityLog(
      JdbcClient jdbc, @Value("${continuo.activities.keep-days:90}") int keptDays) {
    return new StoredActivityLog(jdbc, keptDays);
  }
}
