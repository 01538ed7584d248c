package dev.continuo.designer.memory.erase;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.continuo.runtime.erasure.Erasure;
import dev.continuo.runtime.erasure.ErasureRecord;
import java.time.Duration;
import java.util.Optional;

/** How far an erasure is, while it is looked at. The work does not depend on who looks. */
final class ErasureProgress extends Div {
  private static final Duration AGAIN = Duration.ofMillis(400);

  private final Erasure erasure;
  private final String key;
  private final Runnable ended;
  private final ProgressBar bar = new ProgressBar(0, 100);
  private final Span words = new Span("0 %");
  private volatile boolean watched;

  /**
   * @param ended called once when it is over
   */
  ErasureProgress(Erasure erasure, String key, Runnable ended) {
    this.erasure = erasure;
    this.key = key;
    this.ended = ended;
    addClassName("erasure-progress");
    words.addClassName("num");
    bar.getElement().setAttribute("aria-label", "How far it is");
    add(bar, words);
  }

  @Override
  protected void onDetach(DetachEvent detach) {
    watched = false;
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    watched = true;
    UI ui = attach.getUI();
    Thread.ofVirtual().name("erasure-progress").start(() -> follow(ui));
  }

  private void follow(UI ui) {
    try {
      while (watched) {
        Optional<ErasureRecord> now = erasure.record(key);
        boolean over = now.filter(ErasureRecord::isDone).isPresent();
        ui.access(() -> show(now.map(ErasureRecord::percent).orElse(0), over));
        if (over) {
          return;
        }
        Thread.sleep(AGAIN);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(int percent, boolean over) {
    bar.setValue(Math.clamp(percent, 0, 100));
    words.setText(percent + " %");
    if (over) {
      ended.run();
    }
  }
}
