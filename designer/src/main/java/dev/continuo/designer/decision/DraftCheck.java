package dev.continuo.designer.decision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks at drafts beside the page and tells the page what came of the newest look. */
final class DraftCheck {
  private static final Executor BESIDE =
      task -> Thread.ofVirtual().name("check of a draft").start(task);

  private final Function<String, Checked> look;
  private final LatestOnly<Checked> looks = new LatestOnly<>(BESIDE);

  /** Looks with this, given the table's id. */
  DraftCheck(Function<String, Checked> look) {
    this.look = look;
  }

  void begin(UI ui, String table, Consumer<Checked> found, Runnable failed) {
    looks.ask(
        () -> look.apply(table),
        checked -> tell(ui, () -> found.accept(checked)),
        broken -> tell(ui, failed::run));
  }

  private static void tell(UI ui, Command what) {
    try {
      ui.access(what);
    } catch (UIDetachedException gone) {
      // nobody looks at the page any more
    }
  }
}
