package dev.continuo.runtime.agent.lead;

import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryAddress;
import dev.continuo.runtime.connector.ConnectorDatabase;
import dev.continuo.runtime.connector.calendar.CalendarConfiguration;
import dev.continuo.runtime.document.DocumentConfiguration;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.engine.EngineAddresses;
import dev.continuo.runtime.engine.testing.OwnNeo4j;
import dev.continuo.runtime.filing.FilingConfiguration;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import dev.continuo.runtime.journal.RunFilter;
import dev.continuo.runtime.journal.RunPage;
import dev.continuo.runtime.journal.RunState;
import dev.continuo.runtime.journal.RunSummary;
import dev.continuo.runtime.journal.Runs;
import dev.continuo.runtime.journal.Trace;
import dev.continuo.runtime.journal.TraceEntry;
import dev.continuo.runtime.journal.TraceLine;
import dev.continuo.runtime.setting.MailSettings;
import dev.continuo.runtime.setting.ModelSettings;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps of Lead intake on a real database and a real memory; only the choke point is a fake.
 */
final class LeadHouse implements AutoCloseable {
  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

  final RecordedTrace trace = new RecordedTrace();
  final RecordedEffects effects = new RecordedEffects();
  final EndedRuns runs = new EndedRuns();
  final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
  final Memory memory;

  LeadHouse(Path data) {
    this(data, OwnNeo4j.shared().addresses());
  }

  private LeadHouse(Path data, EngineAddresses neo4j) {
    this(data, new MemoryAddress(neo4j.boltUri(), neo4j.neo4jUser(), neo4j.neo4jPassword()));
  }

  LeadHouse(Path data, MemoryAddress address) {
    ConnectorDatabase database = ConnectorDatabase.fresh();
    memory = Memory.open(address);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("continuo.data", data.toString())));
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(PlatformTransactionManager.class, database::transactionManager);
    context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    context.registerBean(Settings.class, FixedSettings::new);
    context.registerBean(Trace.class, () -> trace);
    context.registerBean(RecordedEffects.class, () -> effects);
    context.registerBean(Memory.class, () -> memory);
    context.registerBean(Runs.class, () -> runs);
    context.register(
        DocumentConfiguration.class,
        FilingConfiguration.class,
        CalendarConfiguration.class,
        AgentConfiguration.class);
    context.refresh();
  }

  /** A run with its variables; each visit of a step is a job of its own. */
  final class Run {
    final long key = KEYS.incrementAndGet();
    final Map<String, Object> variables = new HashMap<>();

    Run(String raw) {
      variables.put("mail", arrived(raw));
    }

    static Map<String, Object> local(Map<String, Object> variables, String name, Object value) {
      Map<String, Object> local = new HashMap<>(variables);
      local.put(name, value);
      return local;
    }

    /** Does a step and takes over its outputs. */
    StepOutcome does(String id) {
      StepOutcome outcome = handler(id).handle(visit(id, variables));
      if (outcome instanceof StepOutcome.Done done) {
        variables.putAll(done.outputs());
      }
      return outcome;
    }

    StepContext visit(String id, Map<String, Object> seen) {
      return new Visit(KEYS.incrementAndGet(), key, KEYS.incrementAndGet(), id, Map.copyOf(seen));
    }

    Map<?, ?> map(String variable) {
      return (Map<?, ?>) variables.get(variable);
    }
  }

  Handler handler(String id) {
    StepHandler found =
        context.getBeansOfType(StepHandler.class).values().stream()
            .filter(h -> h.descriptor().id().equals(id))
            .findFirst()
            .orElseThrow();
    return step -> {
      try {
        return found.handle(step);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  interface Handler {
    StepOutcome handle(StepContext step);
  }

  /** Keeps a raw mail as the connector does. */
  Map<String, Object> arrived(String raw) {
    String document =
        context
            .getBean(Documents.class)
            .store(raw.getBytes(StandardCharsets.UTF_8), "message/rfc822", "mail.eml")
            .id();
    return Map.of(
        "documentId",
        document,
        "messageId",
        raw.lines()
            .filter(l -> l.startsWith("Message-ID: "))
            .findFirst()
            .orElseThrow()
            .substring(12),
        "receivedAt",
        Instant.now().toString());
  }

  @Override
  public void close() {
    context.close();
    memory.close();
  }

  record Visit(
      long jobKey,
      long runKey,
      long elementInstanceKey,
      String elementId,
      Map<String, Object> variables)
      implements StepContext {
    @Override
    public String flowId() {
      return "lead-intake";
    }

    @Override
    public int flowVersion() {
      return 1;
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  /** A trace in memory that can break once, as a process that is killed does. */
  static final class RecordedTrace implements Trace {
    final List<TraceEntry> entries = new ArrayList<>();
    boolean breaksNext;

    @Override
    public void record(TraceEntry entry) {
      if (breaksNext) {
        breaksNext = false;
        throw new IllegalStateException("cut off");
      }
      if (entries.stream().noneMatch(e -> e.key().equals(entry.key()))) {
        entries.add(entry);
      }
    }

    @Override
    public List<TraceLine> of(long runKey) {
      return List.of();
    }
  }

  /** Knows the runs that have ended. */
  static final class EndedRuns implements Runs {
    final Set<Long> ended = new HashSet<>();

    @Override
    public RunPage list(RunFilter filter, @Nullable String after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<dev.continuo.runtime.journal.Run> get(long runKey) {
      RunState state = ended.contains(runKey) ? RunState.TERMINATED : RunState.WAITING;
      var summary =
          new RunSummary(
              runKey, "lead-intake", 1, 1, state, Instant.now(), null, null, null, null, List.of());
      return Optional.of(
          new dev.continuo.runtime.journal.Run(summary, List.of(), Set.of(), Set.of(), List.of()));
    }

    @Override
    public Map<RunState, Long> counts(RunFilter filter) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class FixedSettings implements Settings {
    @Override
    public WorkSettings work() {
      return Leads.WORK;
    }

    @Override
    public MailSettings mail() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ModelSettings models() {
      return new ModelSettings(null, null);
    }

    @Override
    public void save(ModelSettings models) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(WorkSettings work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(MailSettings mail) {
      throw new UnsupportedOperationException();
    }
  }
}
