package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Compilation.Compiled;
import dev.continuo.rules.table.Compilation.Refused;
import dev.continuo.rules.table.Finding;
import dev.continuo.rules.table.Place;
import dev.continuo.rules.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What stands between a draft and its release. */
final class TableChecks {
  private final Tables tables;
  private final Tables shipped;

  /**
   * Checks texts.
   *
   * @param drafts for what is typed or comes from outside
   * @param shipped for what comes with the product
   */
  TableChecks(Tables drafts, Tables shipped) {
    this.tables = drafts;
    this.shipped = shipped;
  }

  /** The business name of a table that comes with the product. */
  String shippedTitle(String xml, String otherwise) {
    return shipped.compile(xml) instanceof Compiled compiled
        ? compiled.table().mainDecision().name()
        : otherwise;
  }

  /** Everything that is to be said about a text, errors first. */
  List<Finding> findings(String xml) {
    return tables.compile(xml).findings();
  }

  CompletableFuture<List<Finding>> analyse(String xml) {
    return tables.analyse(xml);
  }

  /** The same for the text of a certain table, with what its release asks on top. */
  List<Finding> findings(String tableId, String xml) {
    return switch (tables.compile(xml)) {
      case Refused refused -> refused.findings();
      case Compiled compiled -> {
        var all = new ArrayList<>(compiled.findings());
        all.addAll(HouseTables.findings(tableId, compiled.table()));
        if (!compiled.table().bounded()) {
          all.add(
              HouseTables.kindOf(tableId) == DecisionTable.Kind.HOUSE
                  ? mayNotFinish(compiled.table().name())
                  : answersOutside(compiled.table().name()));
        }
        all.sort(Comparator.comparing(Finding::severity));
        yield List.copyOf(all);
      }
    };
  }

  /** The table's business name; the id where the text does not compile. */
  String title(String xml, String otherwise) {
    return tables.compile(xml) instanceof Compiled compiled
        ? compiled.table().mainDecision().name()
        : otherwise;
  }

  private static Finding mayNotFinish(String name) {
    return Finding.error(
        "release-not-bounded",
        Place.table(name),
        "The table may not finish in time.",
        "The house asks it for every card and every step; one that does not finish would hold up all"
            + " of them. The warnings name the places.",
        "Say it with comparisons and lists of values, or compute it in a step before.");
  }

  private static Finding answersOutside(String name) {
    return Finding.warning(
        "answers-outside",
        Place.table(name),
        "The table is not proven to finish.",
        "It answers in a program of its own, which is slower, and where it does not finish in time the"
            + " run stops and asks you.",
        "Say it with comparisons and lists of values, or leave it so.");
  }
}
