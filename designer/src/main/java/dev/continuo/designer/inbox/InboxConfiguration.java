package dev.continuo.designer.inbox;

import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PaletteSource;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.runtime.approval.Approvals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox page. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {
  @Bean
  Destination inboxPage(Approvals approvals) {
    return new Destination("Inbox", "inbox", InboxView.class, Glyph.INBOX, 20, approvals::count);
  }

  @Bean
  PaletteSource openCards(Approvals approvals) {
    return new OpenCards(approvals);
  }

  @Bean
  InboxBeat inboxBeat(Pulse pulse) {
    return new InboxBeat(pulse);
  }
}
