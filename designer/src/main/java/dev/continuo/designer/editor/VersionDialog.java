package dev.continuo.designer.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.continuo.designer.shell.Moments;
import java.time.Instant;
import java.time.ZoneId;

/** One released version, to look at or to go on from. */
public final class VersionDialog extends Dialog {
  private final Button shut = new Button("Close", click -> close());

  /**
   * Shows a version in an editor that changes nothing.
   *
   * @param why as it was said at the release; may be empty
   */
  public VersionDialog(
      int version, String who, Instant at, String why, ZoneId zone, ModelEditor model, String xml) {
    setHeaderTitle("Version " + version);
    setWidth("min(1100px, calc(100vw - 32px))");
    Paragraph about =
        new Paragraph("Released by %s, %s. %s".formatted(who, Moments.exact(at, zone), why));
    about.addClassName("soft");
    model.setReadonly();
    model.open(xml);
    Div frame = new Div(model);
    frame.addClassName("version-drawing");
    add(about, frame);
    getFooter().add(shut);
  }

  /** What else there is to see of the version. */
  public VersionDialog with(Component more) {
    add(more);
    return this;
  }

  /** A way to go on from here. */
  public VersionDialog with(String words, Runnable chosen) {
    getFooter()
        .addComponentAsFirst(
            new Button(
                words,
                click -> {
                  close();
                  chosen.run();
                }));
    return this;
  }
}
