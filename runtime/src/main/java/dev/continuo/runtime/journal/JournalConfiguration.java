package dev.continuo.runtime.journal;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires the journal. {@code continuo.data} is the data folder; the log is written into its folder
 * {@code log}. {@link ElementNames}, {@link OwnerZone} and {@link JournalListener} beans of other
 * features are used where they exist.
 */
@Configuration(proxyBeanMethods = false)
public class JournalConfiguration {
  /** Of our own, so that no setting of the app changes how stored JSON is read. */
  private final JsonMapper json = JsonMapper.builder().build();

  private final Progress progress = new Progress();

  @Bean
  Journal journal(JdbcClient jdbc) {
    return new StoredJournal(jdbc, json, new JournalRows(jdbc, json), progress);
  }

  @Bean
  Runs runs(JdbcClient jdbc, PlatformTransactionManager transactions) {
    TransactionTemplate reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    return new StoredRuns(jdbc, reading);
  }

  @Bean
  StoredTrace trace(JdbcClient jdbc, ObjectProvider<ElementNames> names) {
    return new StoredTrace(jdbc, json, new JournalRows(jdbc, json), known(names));
  }

  @Bean
  JournalFeed journalFeed(
      DataSource database,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      StoredTrace trace,
      ObjectProvider<ElementNames> names,
      ObjectProvider<OwnerZone> zone,
      ObjectProvider<JournalListener> listeners,
      @Value("${continuo.data}") Path data) {
    TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    DayLog log =
        new DayLog(
            data.resolve("log"),
            jdbc,
            ownTransaction,
            () -> zone.stream().findFirst().map(OwnerZone::zone).orElseGet(ZoneId::systemDefault));
    return new JournalFeed(
        database,
        () ->
            new Projector(
                jdbc,
                new TransactionTemplate(transactions),
                new JournalRows(jdbc, json),
                new ProjectionRows(jdbc, json),
                trace,
                log,
                known(names),
                listeners.orderedStream().toList()),
        log,
        progress);
  }

  /** Looked up late: who knows the names may itself need the journal. */
  private static ElementNames known(ObjectProvider<ElementNames> names) {
    var all = SingletonSupplier.of(() -> names.stream().toList());
    return (processKey, elementId) ->
        all.obtain().stream()
            .map(known -> known.name(processKey, elementId))
            .flatMap(Optional::stream)
            .findFirst();
  }
}
