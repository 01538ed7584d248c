package dev.continuo.designer.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.continuo.runtime.budget.Bill.Part;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The bill by one thing; each line opens the rounds that it is made of. */
final class Parts extends Div {
  Parts(
      String title, List<Part> parts, UnaryOperator<String> label, BiConsumer<String, Part> open) {
    addClassNames("panel", "parts");
    add(new H2(title));
    long most = Math.max(1, parts.stream().mapToLong(Part::micros).max().orElse(1));
    for (Part part : parts) {
      String words = label.apply(part.key());
      Span name = new Span(words);
      name.addClassName("part-name");
      Span money = new Span(Euros.of(part.micros()));
      money.addClassNames("num", "strong");
      Div share = new Div();
      share.getStyle().setWidth(Math.ceilDiv(100 * part.micros(), most) + "%");
      Div bar = new Div(share);
      bar.addClassName("part-bar");
      Span took =
          new Span(
              "%,d %s, %,d tokens read, %,d written"
                  .formatted(
                      part.rounds(),
                      part.rounds() == 1 ? "round" : "rounds",
                      part.tokensIn(),
                      part.tokensOut()));
      took.addClassNames("soft", "small");
      NativeButton line = new NativeButton();
      line.add(name, money, bar, took);
      line.addClassName("part");
      line.addClickListener(click -> open.accept(words, part));
      add(line);
    }
  }
}
