package dev.continuo.runtime.engine;

import dev.continuo.runtime.engine.child.Child;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The engines of one data folder: started side by side, supervised until {@link #close()},
 * addressed by {@link #addresses()}. PostgreSQL is stopped last, because Zeebe's exporter writes to
 * it until the end. Thread-safe.
 */
public final class Engines implements AutoCloseable {

  private static final Duration READY_LIMIT = Duration.ofMinutes(6);

  private final Map<EngineName, Supervised> supervised;
  private final EngineAddresses addresses;
  private final EnginesPlan plan;
  private final EnginesSpec spec;

  private Engines(EnginesSpec spec) {
    this.spec = spec;
    this.plan = new EnginesPlan(spec);
    this.addresses = plan.addresses();
    this.supervised = new EnumMap<>(EngineName.class);
  }

  /** Picks the ports and starts nothing yet: {@link #start(EngineName)} does. */
  public static Engines planned(EnginesSpec spec) {
    return new Engines(spec);
  }

  /**
   * Picks the ports, starts every managed engine in the background and returns at once.
   *
   * @throws EngineMissing when the files of a wanted engine cannot be found; nothing is started
   *     then
   */
  public static Engines start(EnginesSpec spec) {
    Engines engines = planned(spec);
    Map<EngineName, Child> wanted = new EnumMap<>(EngineName.class);
    Stream.of(EngineName.values())
        .filter(engines.plan::manages)
        .forEach(name -> wanted.put(name, engines.plan.child(name)));
    wanted.forEach(engines::supervise);
    return engines;
  }

  /**
   * Starts an engine in the background. Does nothing for one that runs already or is not managed
   * here.
   */
  public synchronized void start(EngineName name) {
    if (plan.manages(name) && !supervised.containsKey(name)) {
      supervise(name, plan.child(name));
    }
  }

  private synchronized void supervise(EngineName name, Child child) {
    Supervised started = new Supervised(name, child, spec.data(), spec.listener());
    supervised.put(name, started);
    started.start();
  }

  /** Ends one engine in order and leaves it so until {@link #start(EngineName)}. */
  public void stop(EngineName name) {
    Supervised ended;
    synchronized (this) {
      ended = supervised.remove(name);
    }
    if (ended != null) {
      ended.close();
    }
  }

  /**
   * Kills the process of an engine at once; its supervision starts it again. For tests of exactly
   * that.
   */
  public synchronized void kill(EngineName name) {
    Supervised victim = supervised.get(name);
    if (victim != null) {
      victim.kill();
    }
  }

  /** How clients reach the engines; fixed from the start on, also while an engine is down. */
  public EngineAddresses addresses() {
    return addresses;
  }

  /**
   * Waits until the engine answers a real request; returns at once for a server that is not managed
   * here.
   *
   * @throws EngineNotReady when it does not come up after several attempts
   * @throws EngineMissing when its files cannot be found
   */
  public void awaitReady(EngineName name) {
    Supervised awaited;
    synchronized (this) {
      awaited = supervised.get(name);
    }
    if (awaited != null) {
      awaited.awaitReady(READY_LIMIT);
    }
  }

  /** Waits for all of them. */
  public void awaitReady() {
    for (EngineName name : EngineName.values()) {
      awaitReady(name);
    }
  }

  /** Where each managed engine stands. */
  public synchronized List<ProcessStatus> statuses() {
    return supervised.values().stream().map(Supervised::status).toList();
  }

  /**
   * Stops Zeebe and Neo4j side by side, PostgreSQL after them; each gets a bounded time and is
   * killed after that.
   */
  @Override
  public void close() {
    List<Thread> stopping = new ArrayList<>();
    for (EngineName name : List.of(EngineName.ZEEBE, EngineName.NEO4J)) {
      stopping.add(Thread.ofVirtual().start(() -> stop(name)));
    }
    for (Thread stop : stopping) {
      join(stop);
    }
    stop(EngineName.POSTGRES);
  }

  /**
   * Leaves all processes running and forgets them, as the sudden death of this program would. For
   * tests of exactly that.
   */
  public synchronized void abandon() {
    supervised.values().forEach(Supervised::abandon);
    supervised.clear();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
