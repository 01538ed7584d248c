package dev.continuo.designer.bench;

import dev.continuo.runtime.flow.EffectClass;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.flow.Lane;
import dev.continuo.runtime.flow.RetryClass;
import dev.continuo.runtime.flow.StartRequest;
import dev.continuo.runtime.flow.Starts;
import dev.continuo.runtime.flow.StepContext;
import dev.continuo.runtime.flow.StepDescriptor;
import dev.continuo.runtime.flow.StepHandler;
import dev.continuo.runtime.flow.StepOutcome;
import java.util.List;
import java.util.Map;

/**
 * The same process as a released flow: a trigger row for each start, the step catalogue's worker,
 * the step ledger, the exporter, the journal and the log behind it.
 */
final class ThroughContinuo implements OneStep {
  private final BenchHouse house;
  private final Instances instances;
  private final Starts starts;

  ThroughContinuo(BenchHouse house, Instances instances) {
    this.house = house;
    this.instances = instances;
    this.starts = house.bean(Starts.class);
    var flows = house.bean(Flows.class);
    flows.create(BPMN, "bench");
    flows.release(PROCESS, "bench", "to be measured");
  }

  /** What the house must be given for this. */
  static Map<String, Object> additions(Instances instances) {
    return Map.of("benchStep", new Step(instances), "benchInstances", instances);
  }

  @Override
  public void start(long n) {
    starts.start(new StartRequest("bench-" + n, PROCESS, Map.of("n", n), "bench"));
  }

  @Override
  public Instances instances() {
    return instances;
  }

  @Override
  public List<Long> pids() {
    return house.pids();
  }

  @Override
  public void settle() {
    house.awaitJournal();
  }

  /** A step that does nothing. */
  private record Step(Instances instances) implements StepHandler {
    private static final StepDescriptor DESCRIPTOR =
        new StepDescriptor(
            "bench-step",
            "Do nothing",
            "Bench",
            "clock",
            EffectClass.NONE,
            Lane.CRITICAL,
            RetryClass.NONE,
            List.of(),
            List.of(),
            "Does nothing.");

    @Override
    public StepDescriptor descriptor() {
      return DESCRIPTOR;
    }

    @Override
    public StepOutcome handle(StepContext step) {
      instances.working(step.jobKey(), step.variables());
      return new StepOutcome.Done(Map.of());
    }
  }
}
