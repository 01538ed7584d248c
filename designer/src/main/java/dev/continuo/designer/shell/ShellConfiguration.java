package dev.continuo.designer.shell;

import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame. */
@Configuration(proxyBeanMethods = false)
public class ShellConfiguration {
  @Bean(destroyMethod = "close")
  Pulse pulse() {
    return new Pulse();
  }

  @Bean
  VaadinServiceInitListener firstPaint() {
    return new FirstPaint();
  }
}
