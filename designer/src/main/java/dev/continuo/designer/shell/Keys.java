package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Single-letter keys of a page. They rest while somebody types in a field or a dialog is open, and
 * never take a key together with Ctrl, Alt or Meta.
 */
public final class Keys {
  private static final String LISTEN =
      """
      const page = this, keys = $0.split(' ');
      const heard = e => {
        if (e.ctrlKey || e.metaKey || e.altKey || e.repeat && e.key.length > 1) return;
        const at = e.composedPath()[0];
        if (at.closest && at.closest('input, textarea, select, [contenteditable=true]')) return;
        if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) return;
        if (!keys.includes(e.key)) return;
        e.preventDefault();
        page.dispatchEvent(new CustomEvent('continuo-key', {detail: e.key}));
      };
      if (page._keys) document.removeEventListener('keydown', page._keys);
      page._keys = heard;
      document.addEventListener('keydown', heard);
      """;
  private static final String REST =
      "if (this._keys) { document.removeEventListener('keydown', this._keys); this._keys = null; }";

  private final Map<String, Runnable> actions = new LinkedHashMap<>();

  private Keys() {}

  /** Keys that work while the component is on the page. */
  public static Keys of(Component page) {
    Keys keys = new Keys();
    page.getElement()
        .addEventListener(
            "continuo-key",
            event -> {
              Runnable action =
                  keys.actions.get(event.getEventData().get("event.detail").asString());
              if (action != null) {
                action.run();
              }
            })
        .addEventData("event.detail");
    page.addAttachListener(
        attach -> page.getElement().executeJs(LISTEN, String.join(" ", keys.actions.keySet())));
    page.addDetachListener(detach -> page.getElement().executeJs(REST));
    return keys;
  }

  /** What a key does. */
  public Keys on(String key, Runnable action) {
    actions.put(key, action);
    return this;
  }
}
