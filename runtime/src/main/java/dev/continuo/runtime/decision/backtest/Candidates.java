package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.ChangedAnswer;
import dev.continuo.rules.table.Compilation;
import dev.continuo.rules.table.CompiledTable;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Tables;
import dev.continuo.runtime.decision.TableRefused;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts that are tried. */
final class Candidates {
  private final Tables tables;

  Candidates(Tables tables) {
    this.tables = tables;
  }

  CompiledTable compile(String xml) {
    return switch (tables.compile(xml)) {
      case Compilation.Refused refused -> throw new TableRefused(refused.findings());
      case Compilation.Compiled compiled -> compiled.table();
    };
  }

  static ChangedDecision decision(ChangedAnswer changed) {
    var source = RecordedAnswers.Source.of(changed.recorded());
    return new ChangedDecision(
        source.evaluationId(),
        source.at(),
        source.runKey(),
        changed.recorded().inputs(),
        changed.before(),
        changed.after(),
        changed.rows().stream()
            .map(row -> "Row %d: %s".formatted(row.number(), row.words()))
            .toList(),
        problem(changed));
  }

  private static @Nullable String problem(ChangedAnswer changed) {
    return changed.failed()
        ? changed.problems().stream()
            .filter(Finding::isError)
            .map(Finding::sentence)
            .collect(Collectors.joining(" "))
        : null;
  }
}
