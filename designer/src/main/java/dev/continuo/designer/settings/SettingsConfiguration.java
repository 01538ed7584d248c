package dev.continuo.designer.settings;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings page. */
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {
  @Bean
  Destination settingsPage() {
    return new Destination("Settings", "settings", SettingsView.class, Glyph.SETTINGS, 110);
  }
}
