package dev.continuo.designer.inbox;

import dev.continuo.designer.shell.PaletteItem;
import dev.continuo.designer.shell.PaletteSource;
import dev.continuo.runtime.approval.Approvals;
import dev.continuo.runtime.approval.CardKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** The cards that ask now, in the command palette. */
class OpenCards implements PaletteSource {
  private static final int LOOK_AT = 200;

  private final Approvals approvals;

  OpenCards(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public List<PaletteItem> find(String text, int limit) {
    String low = text.toLowerCase(Locale.ROOT);
    return approvals.open(EnumSet.allOf(CardKind.class), LOOK_AT, 0).stream()
        .filter(
            card -> (card.title() + " " + card.summary()).toLowerCase(Locale.ROOT).contains(low))
        .limit(limit)
        .map(card -> new PaletteItem("Card", card.title(), card.summary(), "inbox/" + card.id()))
        .toList();
  }
}
