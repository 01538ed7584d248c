package dev.continuo.runtime.approval;

/** Checks that a verdict is one that its card offers. */
final class CardEdits {
  private CardEdits() {}

  static void check(Card card, Verdict verdict) {
    var action =
        card.actions().stream()
            .filter(offered -> offered.decision() == verdict.decision())
            .findFirst()
            .orElseThrow(
                () ->
                    new CardRefused.NotOffered(
                        card.title(),
                        "it offers "
                            + String.join(
                                ", ", card.actions().stream().map(CardAction::label).toList())
                            + "."));
    if (verdict.edited().isEmpty()) {
      return;
    }
    if (!action.editable()) {
      throw new CardRefused.NotOffered(card.title(), "its content cannot be changed.");
    }
    if (verdict.edited().size() != card.items().size()) {
      throw new CardRefused.NotOffered(
          card.title(),
          "it has %d parts, the edited content has %d."
              .formatted(card.items().size(), verdict.edited().size()));
    }
    for (int i = 0; i < card.items().size(); i++) {
      CardItem shown = card.items().get(i);
      CardItem edited = verdict.edited().get(i);
      if (!shown.channel().equals(edited.channel())
          || !shown.content().keySet().equals(edited.content().keySet())) {
        throw new CardRefused.NotOffered(
            card.title(), "part %d was exchanged, only its values may change.".formatted(i + 1));
      }
    }
  }
}
