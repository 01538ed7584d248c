package dev.continuo.designer.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** A text with its changes marked: gone struck through, new underlined. */
final class DifferenceText extends Div {
  DifferenceText(String before, String after) {
    addClassName("difference");
    for (Difference.Piece piece : Difference.between(before, after)) {
      String tag =
          switch (piece.kind()) {
            case SAME -> "span";
            case GONE -> "del";
            case NEW -> "ins";
          };
      getElement().appendChild(new Element(tag).setText(piece.text()));
    }
  }
}
