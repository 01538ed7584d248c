package dev.continuo.designer.start;

import dev.continuo.designer.shell.Health;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.ProcessStatus;
import java.util.Arrays;
import java.util.List;

/** The health of the supervised engines, in the owner's words. */
class EngineHealth implements Health {
  private final Engines engines;

  EngineHealth(Engines engines) {
    this.engines = engines;
  }

  @Override
  public List<Line> lines() {
    List<ProcessStatus> now = engines.statuses();
    return Arrays.stream(EngineName.values())
        .flatMap(
            name -> now.stream().filter(s -> s.name().equals(name.id())).map(s -> line(name, s)))
        .toList();
  }

  private static Line line(EngineName name, ProcessStatus status) {
    return switch (status.state()) {
      case RUNNING -> new Line(name.title(), State.WELL, "runs");
      case STARTING -> new Line(name.title(), State.STARTING, "is starting");
      case FAILED, STOPPED ->
          new Line(
              name.title(), State.DOWN, status.why().isEmpty() ? "does not run" : status.why());
    };
  }
}
