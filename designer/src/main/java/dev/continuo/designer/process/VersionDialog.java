package dev.continuo.designer.process;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.continuo.designer.shell.Moments;
import dev.continuo.runtime.flow.Flow;
import java.time.ZoneId;
import java.util.function.Consumer;

/** One released version, to look at or to go on from. */
final class VersionDialog extends Dialog {
  VersionDialog(Flow.Version version, ZoneId zone, Consumer<String> take) {
    setHeaderTitle("Version " + version.version());
    setWidth("min(1100px, calc(100vw - 32px))");
    Paragraph about =
        new Paragraph(
            "Released by %s, %s. %s"
                .formatted(
                    version.releasedBy(),
                    Moments.exact(version.releasedAt(), zone),
                    version.why()));
    about.addClassName("soft");
    ProcessEditor drawing = new ProcessEditor();
    drawing.setReadonly();
    drawing.open(version.xml());
    Div frame = new Div(drawing);
    frame.addClassName("version-drawing");
    add(about, frame);
    getFooter()
        .add(
            new Button(
                "Take as draft",
                click -> {
                  close();
                  take.accept(version.xml());
                }),
            new Button("Close", click -> close()));
  }
}
