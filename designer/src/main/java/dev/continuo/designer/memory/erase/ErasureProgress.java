package dev.continuo.designer.memory.erase;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.continuo.designer.shell.Pulse;
import dev.continuo.designer.shell.Topic;
import dev.continuo.runtime.erasure.Erasure;
import dev.continuo.runtime.erasure.ErasureRecord;
import java.util.Optional;
import java.util.Set;

/** How far an erasure is, while it is looked at. The work does not depend on who looks. */
final class ErasureProgress extends Div {
  private final Erasure erasure;
  private final String key;
  private final Runnable ended;
  private final ProgressBar bar = new ProgressBar(0, 100);
  private final Span words = new Span("0 %");
  private boolean over;

  /**
   * @param ended called once when it is over
   */
  ErasureProgress(Erasure erasure, Pulse pulse, String key, Runnable ended) {
    this.erasure = erasure;
    this.key = key;
    this.ended = ended;
    addClassName("erasure-progress");
    words.addClassName("num");
    bar.getElement().setAttribute("aria-label", "How far it is");
    add(bar, words);
    pulse.follow(this, Set.of(Topic.ERASURES), this::show);
  }

  /** Once the page is built: it may be over by now, and what hears of that changes the page. */
  @Override
  protected void onAttach(AttachEvent attach) {
    attach.getUI().access(this::show);
  }

  private void show() {
    if (over) {
      return;
    }
    Optional<ErasureRecord> now = erasure.record(key);
    int percent = Math.clamp(now.map(ErasureRecord::percent).orElse(0), 0, 100);
    bar.setValue(percent);
    words.setText(percent + " %");
    over = now.filter(ErasureRecord::isDone).isPresent();
    if (over) {
      ended.run();
    }
  }
}
