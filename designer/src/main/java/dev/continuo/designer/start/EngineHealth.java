package dev.continuo.designer.start;

import dev.continuo.designer.shell.Health;
import dev.continuo.runtime.engine.EngineName;
import dev.continuo.runtime.engine.Engines;
import dev.continuo.runtime.engine.ProcessStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/** The health of the supervised engines and of the journal they feed, in the owner's words. */
class EngineHealth implements Health {
  private final Engines engines;
  private final Supplier<Optional<String>> journalProblem;

  EngineHealth(Engines engines, Supplier<Optional<String>> journalProblem) {
    this.engines = engines;
    this.journalProblem = journalProblem;
  }

  @Override
  public List<Line> lines() {
    List<ProcessStatus> now = engines.statuses();
    Stream<Line> ofEngines =
        Arrays.stream(EngineName.values())
            .flatMap(
                name ->
                    now.stream().filter(s -> s.name().equals(name.id())).map(s -> line(name, s)));
    return Stream.concat(ofEngines, journal().stream()).toList();
  }

  /** While PostgreSQL is away its own line says so. */
  private Optional<Line> journal() {
    try {
      return journalProblem.get().map(why -> new Line("Journal", State.DOWN, why));
    } catch (DataAccessException away) {
      return Optional.empty();
    }
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
