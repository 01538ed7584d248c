package dev.continuo.designer.shell;

import java.util.List;
import java.util.Locale;

/** The pages of the navigation as hits of the palette. */
class Pages implements PaletteSource {
  private final List<Destination> destinations;

  Pages(List<Destination> destinations) {
    this.destinations = destinations;
  }

  @Override
  public List<PaletteItem> find(String text, int limit) {
    String low = text.toLowerCase(Locale.ROOT);
    return destinations.stream()
        .filter(page -> page.title().toLowerCase(Locale.ROOT).contains(low))
        .map(page -> new PaletteItem("Page", page.title(), "", page.path()))
        .toList();
  }
}
