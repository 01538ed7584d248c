package dev.continuo.runtime.decision;

import dev.continuo.runtime.flow.Flow;
import dev.continuo.runtime.flow.Flows;
import dev.continuo.runtime.flow.StepContext;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which version of its own table a run asks: the one that was newest when its flow was released, or
 * a later one that was given to the flow before the run began. A house table is asked in its
 * newest.
 */
public final class FlowPins {
  private final JdbcClient jdbc;
  private final Supplier<@Nullable Flows> flows;

  FlowPins(JdbcClient jdbc, Supplier<@Nullable Flows> flows) {
    this.jdbc = jdbc;
    this.flows = flows;
  }

  /** A flow that asks a table, and the version that its next run would ask. */
  public record Asker(String flowId, String title, int version) {}

  /** The released flows that ask a table. */
  public List<Asker> askers(String tableId) {
    var known = flows.get();
    if (known == null) {
      return List.of();
    }
    return known.list().stream()
        .filter(Flow::released)
        .filter(flow -> asks(flow.versions().getFirst().xml(), tableId))
        .map(flow -> new Asker(flow.id(), flow.title(), next(flow, tableId)))
        .toList();
  }

  /** Gives the newest release of a table to the next runs of flows. */
  public void apply(String tableId, List<String> flowIds, String who) {
    for (var flow : flowIds) {
      jdbc.sql(
              """
              INSERT INTO flow_table_pin(flow_id, table_id, table_version, pinned_by)
              SELECT :flow, :table, max(version), :who FROM decision_table_version
              WHERE table_id = :table AND retired_at IS NULL
              HAVING max(version) IS NOT NULL
              ON CONFLICT DO NOTHING
              """)
          .param("flow", flow)
          .param("table", tableId)
          .param("who", who)
          .update();
    }
  }

  /** The version that a step asks; null for the newest. */
  @Nullable Integer version(StepContext step, String tableId) {
    if (HouseTables.kindOf(tableId) == DecisionTable.Kind.HOUSE) {
      return null;
    }
    return pinned(step.flowId(), step.flowVersion(), step.runKey(), tableId);
  }

  private int next(Flow flow, String tableId) {
    Integer engine =
        jdbc.sql(
                """
                SELECT coalesce(max(engine_version), 0) FROM flow_version
                WHERE flow_id = ? AND version = ?
                """)
            .params(flow.id(), flow.versions().getFirst().version())
            .query(Integer.class)
            .single();
    Integer pinned = pinned(flow.id(), engine, 0, tableId);
    return pinned == null ? 0 : pinned;
  }

  /** A run that the read model does not know yet began just now. */
  private @Nullable Integer pinned(String flowId, int engineVersion, long runKey, String tableId) {
    return jdbc.sql(
            """
            WITH asked AS (
              SELECT coalesce((SELECT started_at FROM run WHERE run_key = :run), now()) AS began,
                (SELECT max(released_at) FROM flow_version
                 WHERE flow_id = :flow AND engine_version = :engine) AS released),
            usable AS (
              SELECT v.version, v.released_at, asked.*
              FROM decision_table_version v, asked
              WHERE v.table_id = :table AND asked.released IS NOT NULL
                AND (v.retired_at IS NULL OR v.retired_at > asked.began))
            SELECT greatest(
              (SELECT max(version) FROM usable WHERE released_at <= released),
              (SELECT max(version) FROM usable JOIN flow_table_pin p ON p.table_version = version
               WHERE p.flow_id = :flow AND p.table_id = :table AND p.pinned_at <= began),
              -- a table that came after its flow: the first one there was
              (SELECT min(version) FROM usable))
            """)
        .param("run", runKey)
        .param("flow", flowId)
        .param("engine", engineVersion)
        .param("table", tableId)
        .query((row, n) -> row.getObject(1, Integer.class))
        .list()
        .getFirst();
  }

  private static boolean asks(String bpmn, String tableId) {
    var header =
        "key=\"decision\"\\s+value=\"%1$s\"|value=\"%1$s\"\\s+key=\"decision\""
            .formatted(Pattern.quote(tableId));
    return Pattern.compile(header).matcher(bpmn).find();
  }
}
