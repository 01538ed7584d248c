package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import java.util.function.IntSupplier;

/**
 * One entry of the navigation. A feature offers its page by a bean of this type.
 *
 * @param title the word in the navigation
 * @param path the first segment of the page's address; empty for the start page
 * @param view the page
 * @param glyph its icon
 * @param order smaller is higher; from 100 it stands below the line
 * @param count how many things wait there; 0 shows nothing
 */
public record Destination(
    String title,
    String path,
    Class<? extends Component> view,
    Glyph glyph,
    int order,
    IntSupplier count) {
  public Destination(
      String title, String path, Class<? extends Component> view, Glyph glyph, int order) {
    this(title, path, view, glyph, order, () -> 0);
  }

  boolean below() {
    return order >= 100;
  }
}
