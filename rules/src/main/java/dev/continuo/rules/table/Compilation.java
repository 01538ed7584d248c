package dev.continuo.rules.table;

import java.util.List;
import java.util.Optional;

/** What came of compiling a model: a table that can be asked, or the reasons why there is none. */
public sealed interface Compilation {

  /** Everything that was noticed, errors first. */
  List<Finding> findings();

  /** The model compiles; its findings are warnings and notes. */
  record Compiled(CompiledTable table, List<Finding> findings) implements Compilation {
    public Compiled {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The model does not compile; at least one finding is an error.
   *
   * @param partial the decisions that the engine can answer in spite of mistakes elsewhere, to try
   *     them while the model is being written; never to be released
   */
  record Refused(List<Finding> findings, Optional<CompiledTable> partial) implements Compilation {
    public Refused {
      findings = List.copyOf(findings);
    }

    public Refused(List<Finding> findings) {
      this(findings, Optional.empty());
    }
  }
}
