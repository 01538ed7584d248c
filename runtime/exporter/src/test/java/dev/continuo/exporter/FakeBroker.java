package dev.continuo.exporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.exporter.api.context.ScheduledTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the broker is to an exporter; timers fire when the test says so. */
final class FakeBroker implements Context, Controller, Configuration {
  private final Map<String, Object> arguments;
  private final List<Runnable> timers = new ArrayList<>();
  RecordFilter filter;
  long acknowledged;

  FakeBroker(Map<String, Object> arguments, long acknowledged) {
    this.arguments = arguments;
    this.acknowledged = acknowledged;
  }

  void fireTimers() {
    List<Runnable> due = List.copyOf(timers);
    timers.clear();
    due.forEach(Runnable::run);
  }

  int timers() {
    return timers.size();
  }

  @Override
  public Logger getLogger() {
    return LoggerFactory.getLogger("exporter");
  }

  @Override
  public Configuration getConfiguration() {
    return this;
  }

  @Override
  public int getPartitionId() {
    return Records.PARTITION;
  }

  @Override
  public void setFilter(RecordFilter filter) {
    this.filter = filter;
  }

  @Override
  public String getId() {
    return "continuo";
  }

  @Override
  public Map<String, Object> getArguments() {
    return arguments;
  }

  @Override
  public <T> T instantiate(Class<T> type) {
    throw new UnsupportedOperationException("The exporter reads the arguments itself");
  }

  @Override
  public void updateLastExportedRecordPosition(long position) {
    acknowledged = position;
  }

  @Override
  public void updateLastExportedRecordPosition(long position, byte[] metadata) {
    acknowledged = position;
  }

  @Override
  public long getLastExportedRecordPosition() {
    return acknowledged;
  }

  @Override
  public ScheduledTask scheduleCancellableTask(Duration delay, Runnable task) {
    timers.add(task);
    return () -> timers.remove(task);
  }

  @Override
  public Optional<byte[]> readMetadata() {
    return Optional.empty();
  }
}
