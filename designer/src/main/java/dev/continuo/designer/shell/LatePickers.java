package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;

/**
 * A date picker hides the page around it from screen readers while it is open. Where it is closed
 * before it was quite open (typed and confirmed at once, on a busy machine), Vaadin's picker says
 * that it closed first and that it opened after that, and the page stays hidden until it is loaded
 * again. Whoever is late here shows the page again.
 */
final class LatePickers {
  private static final String LISTEN =
      """
      if (window.continuoLatePickers) return;
      window.continuoLatePickers = true;
      document.body.addEventListener('vaadin-overlay-open', event => {
        const picker = event.detail?.overlay?.owner;
        if (picker && !picker.opened && picker.__showOthers) {
          picker.__showOthers();
          picker.__showOthers = null;
        }
      });
      """;

  private LatePickers() {}

  static void watch(Component page) {
    page.addAttachListener(attach -> page.getElement().executeJs(LISTEN));
  }
}
