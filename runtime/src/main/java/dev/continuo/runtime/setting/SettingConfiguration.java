package dev.continuo.runtime.setting;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Wires the settings. {@code continuo.reminder-after} is the first value of the waiting time. */
@Configuration(proxyBeanMethods = false)
public class SettingConfiguration {
  @Bean
  Settings settings(
      JdbcClient jdbc,
      JsonMapper json,
      @Value("${continuo.reminder-after:P3D}") Duration reminderAfter) {
    return new StoredSettings(jdbc, json, reminderAfter);
  }
}
