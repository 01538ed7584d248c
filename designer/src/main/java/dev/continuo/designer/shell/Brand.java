package dev.continuo.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The sign of the house. */
public final class Brand {
  private Brand() {}

  /** The mark with the name beside it. */
  public static Component wordmark() {
    Image mark = new Image("continuo-mark.svg", "");
    mark.setWidth("28px");
    mark.setHeight("28px");
    Div brand = new Div(mark, new Span("Continuo"));
    brand.addClassName("brand");
    return brand;
  }
}
