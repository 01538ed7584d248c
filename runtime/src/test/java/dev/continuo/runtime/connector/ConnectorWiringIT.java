package dev.continuo.runtime.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.CardKind;
import dev.continuo.runtime.approval.CardRequest;
import dev.continuo.runtime.connector.calendar.CalendarConfiguration;
import dev.continuo.runtime.connector.calendar.Slots;
import dev.continuo.runtime.connector.mail.MailConfiguration;
import dev.continuo.runtime.connector.mail.MailIntake;
import dev.continuo.runtime.connector.mail.MailOrigin;
import dev.continuo.runtime.connector.mail.MailReceipt;
import dev.continuo.runtime.connector.mail.MailWatch;
import dev.continuo.runtime.document.DocumentConfiguration;
import dev.continuo.runtime.effect.Sender;
import dev.continuo.runtime.flow.Starts;
import dev.continuo.runtime.setting.SettingConfiguration;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The features as Spring wires them. */
@Tag("apart")
class ConnectorWiringIT {
  @TempDir Path data;

  @Test
  void wiresItselfAndRaisesACardForAMailThatCannotBeRead() {
    ConnectorDatabase database = ConnectorDatabase.fresh();
    List<CardRequest> raised = new CopyOnWriteArrayList<>();
    try (var context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test",
                  Map.of("continuo.data", data.toString(), "continuo.mail.watch", "false")));
      context
          .getBeanFactory()
          .setConversionService(ApplicationConversionService.getSharedInstance());
      context.registerBean(JdbcClient.class, database::jdbc);
      context.registerBean(PlatformTransactionManager.class, database::transactionManager);
      context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
      context.registerBean(Starts.class, () -> only(Starts.class, raised));
      context.registerBean(Approvals.class, () -> only(Approvals.class, raised));
      context.register(
          DocumentConfiguration.class,
          SettingConfiguration.class,
          MailConfiguration.class,
          CalendarConfiguration.class);
      context.refresh();
      assertThat(context.getBeansOfType(Sender.class).values())
          .extracting(Sender::channel)
          .containsExactlyInAnyOrder("mail", "calendar");
      assertThat(context.getBean(Slots.class)).isNotNull();
      assertThat(context.getBean(MailWatch.class).isRunning()).isFalse();
      MailReceipt receipt =
          context
              .getBean(MailIntake.class)
              .receive("nothing of a mail".getBytes(UTF_8), MailOrigin.upload("x.eml"));
      assertThat(receipt).isInstanceOf(MailReceipt.Unreadable.class);
    }
    assertThat(raised)
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.kind()).isEqualTo(CardKind.MESSAGE);
              assertThat(card.items().getFirst().content()).containsKey("documentId");
            });
  }

  /** A feature that is not under test: remembers the cards it is asked to raise. */
  private static <T> T only(Class<T> type, List<CardRequest> raised) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("raise")) {
                raised.add((CardRequest) arguments[0]);
                return null;
              }
              return switch (method.getName()) {
                case "hashCode" -> 1;
                case "equals" -> proxy == arguments[0];
                case "toString" -> type.getSimpleName();
                default -> throw new UnsupportedOperationException(method.getName());
              };
            }));
  }
}
