package dev.continuo.runtime.decision.kept;

import dev.continuo.rules.trial.TableTest;
import dev.continuo.rules.trial.TestImport;
import java.util.List;

/** The tests of decision tables. */
public interface KeptTests {
  /** The tests of a table, in the order they were kept. */
  List<KeptTest> of(String tableId);

  /** Keeps a test. */
  KeptTest keep(String tableId, TableTest test, String who);

  /**
   * Keeps a recorded answer as a test: the same question must lead to the same answer.
   *
   * @throws IllegalArgumentException when the table has no such record
   */
  KeptTest keepRecorded(String tableId, long evaluationId, String name, String who);

  /** Changes what a test says. */
  void change(long id, TableTest test);

  /** Throws a test away; one that is not there is no error. */
  void drop(String tableId, long id);

  /** Asks a text all tests of its table. */
  KeptReport run(String tableId, String xml);

  /**
   * Keeps the tests of a comma-separated text, of which the first line names the columns. Nothing
   * is kept where the draft does not compile.
   */
  TestImport takeCsv(String tableId, String csv, String who);

  /** The tests as comma-separated text, safe to open in a spreadsheet. */
  String csv(String tableId);
}
