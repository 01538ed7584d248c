package dev.continuo.designer.shell;

import java.util.List;

/**
 * Something the command palette searches. A feature offers its things by a bean of this type; it is
 * asked on every pause in typing and should answer within 50 ms.
 */
public interface PaletteSource {
  /**
   * What fits.
   *
   * @param text what was typed, never blank
   * @param limit how many at most
   */
  List<PaletteItem> find(String text, int limit);
}
