package dev.continuo.designer.decision;

import com.vaadin.flow.component.html.Div;
import dev.continuo.designer.shell.Toast;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.FlowPins;
import dev.continuo.runtime.decision.TableVersion;
import java.util.List;

/** Asks for the reason and releases a draft, or brings an older version back. */
final class Releases {
  private final DecisionTables tables;
  private final FlowPins pins;
  private final String who;
  private final Runnable done;

  Releases(DecisionTables tables, FlowPins pins, String who, Runnable done) {
    this.tables = tables;
    this.pins = pins;
    this.who = who;
    this.done = done;
  }

  void ask(String id) {
    RuleDialogs.release(
        tables.versions(id).stream().mapToInt(TableVersion::version).max().orElse(0) + 1,
        pins.askers(id),
        changes(id),
        said -> release(id, said));
  }

  void askRollBack(TableVersion version) {
    RuleDialogs.rollBack(version, why -> rollBack(version, why));
  }

  void askRetire(String id) {
    RuleDialogs.retire(tables.table(id).title(), pins.askers(id), why -> retire(id, why));
  }

  private void retire(String id, String why) {
    tables.retire(id, who, why);
    Toast.show("It is out of service. What it answered stays in the record.");
    done.run();
  }

  private void release(String id, RuleDialogs.Release said) {
    TableVersion version = tables.release(id, who, said.why(), said.despite());
    if (said.apply()) {
      apply(id);
    }
    Toast.show("Version " + version.version() + " answers from the next run on.");
    done.run();
  }

  private void rollBack(TableVersion version, String why) {
    TableVersion back = tables.rollBack(version.tableId(), version.version(), who, why);
    apply(version.tableId());
    Toast.show(
        "Version %d says what version %d said.".formatted(back.version(), version.version()));
    done.run();
  }

  private void apply(String id) {
    List<String> flows = pins.askers(id).stream().map(FlowPins.Asker::flowId).toList();
    pins.apply(id, flows, who);
  }

  private Div changes(String id) {
    var before = tables.versions(id);
    return before.isEmpty()
        ? new Div("It is the first release.")
        : new ChangeList(
            before.getFirst().xml(), tables.draft(id).xml(), "Nothing but how it is drawn.");
  }
}
