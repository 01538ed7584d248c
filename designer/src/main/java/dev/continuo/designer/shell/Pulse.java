package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps open pages fresh. Whoever changes something says {@link #beat}; every page that listens is
 * refreshed in its own UI thread, at most four times a second however often it beats.
 */
public class Pulse implements AutoCloseable {
  private static final long GATHER_MILLIS = 250;

  private record Listener(UI ui, Set<Topic> topics, Runnable refresh) {}

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Set<Topic> pending = EnumSet.noneOf(Topic.class);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("pulse").factory());

  /** Says that something of this kind changed. Cheap; may be called from any thread. */
  public void beat(Topic topic) {
    synchronized (pending) {
      boolean first = pending.isEmpty();
      if (pending.add(topic) && first && !clock.isShutdown()) {
        clock.schedule(this::flush, GATHER_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Refreshes a component while it is attached. */
  public void follow(Component component, Set<Topic> topics, Runnable refresh) {
    Set<Topic> wanted = Set.copyOf(topics);
    component.addAttachListener(
        attach -> {
          Listener listener = new Listener(attach.getUI(), wanted, refresh);
          listeners.add(listener);
          component.addDetachListener(
              detach -> {
                listeners.remove(listener);
                detach.unregisterListener();
              });
        });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private void flush() {
    Set<Topic> beaten;
    synchronized (pending) {
      beaten = EnumSet.copyOf(pending);
      pending.clear();
    }
    for (Listener listener : new ArrayList<>(listeners)) {
      if (listener.topics().stream().anyMatch(beaten::contains) && listener.ui().isAttached()) {
        listener.ui().access(listener.refresh()::run);
      }
    }
  }
}
