package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;

/** A short word about what was just done, with a way back where there is one. */
public final class Toast {
  private static final Duration STAYS = Duration.ofSeconds(5);

  private Toast() {}

  public static void show(String words, Component... steps) {
    Div line = new Div(new Span(words));
    line.addClassName("toast");
    line.add(steps);
    Notification toast = new Notification(line);
    toast.setDuration((int) STAYS.toMillis());
    toast.setPosition(Notification.Position.BOTTOM_CENTER);
    toast.open();
  }
}
