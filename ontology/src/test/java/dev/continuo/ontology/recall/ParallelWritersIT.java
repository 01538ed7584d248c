package dev.continuo.ontology.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.Generation;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.SourceRank;
import dev.continuo.ontology.memory.neo4j.OwnStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many write about the same people at once while what they wrote is made findable. */
@Tag("apart")
class ParallelWritersIT {
  private static final int WRITERS = 5;
  private static final int MAILS = 8;
  private static final Instant SPRING = Instant.parse("2026-03-01T09:00:00Z");

  private final String name = "w" + UUID.randomUUID().toString().substring(0, 8);
  private final Queue<String> retries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  /** The driver tells each time it has to try a transaction again. */
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          var all = said.getMessage() + " " + said.getThrown();
          if (all.contains("eadlock") || all.contains("retry")) {
            retries.add(all);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  void nobodyWaitsForSomebodyWhoWaitsForThem() throws Exception {
    var address = OwnStore.address();
    var root = Logger.getLogger("");
    root.addHandler(listening);
    try (var memory = Memory.open(address);
        var recall =
            Recall.open(
                address,
                () -> memory.vocabularies().current(),
                new LetterEmbeddings(),
                InstantSource.system());
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        tasks.add(() -> write(memory, writer));
      }
      tasks.add(() -> index(recall));
      for (var task : executor.invokeAll(tasks)) {
        task.get();
      }
      for (int i = 0; i < WRITERS; i++) {
        for (int mail = 0; mail < MAILS; mail++) {
          assertThat(memory.remembered(key(i, mail))).isPresent();
        }
      }
    } finally {
      root.removeHandler(listening);
    }
    assertThat(retries).isEmpty();
  }

  private int index(Recall recall) {
    int sources = 0;
    while (writing.get() > 0) {
      sources += recall.index(20);
    }
    return sources;
  }

  /** Each mail speaks of three people and their houses, in any order and of any time. */
  private int write(Memory memory, int writer) {
    var random = new Random(writer);
    try {
      for (int i = 0; i < MAILS; i++) {
        var facts = new ArrayList<FactProposal>();
        for (int j = 0; j < 3; j++) {
          var person = ref("schema:Person", "mailto:p%d@%s.example", random.nextInt(6));
          var house = ref("org:Organization", "domain:o%d." + "%s.example", random.nextInt(3));
          var day = SPRING.plusSeconds(86_400L * random.nextInt(200));
          facts.add(fact(person, "schema:worksFor", new FactValue.Ref(house), day, house.label()));
          var role = "role " + random.nextInt(4);
          facts.add(fact(person, "vcard:role", new FactValue.Text(role), day, role));
        }
        var text = String.join("\n", facts.stream().map(f -> f.evidence().quote()).toList());
        memory.remember(
            key(writer, i),
            new Episode(key(writer, i), "mail", SPRING, null, "Mail", text),
            new Generation("test", ""),
            List.copyOf(facts));
      }
      return MAILS;
    } finally {
      writing.decrementAndGet();
    }
  }

  private String key(int writer, int mail) {
    return "mail:%s-%d-%d".formatted(name, writer, mail);
  }

  private EntityRef ref(String kind, String key, int number) {
    return new EntityRef(kind, key.formatted(number, name), name + " " + number);
  }

  private static FactProposal fact(
      EntityRef subject, String predicate, FactValue value, Instant day, String object) {
    return new FactProposal(
        subject,
        predicate,
        value,
        day,
        0.9,
        Evidence.of(subject.label() + " " + object),
        SourceRank.MAIL);
  }
}
