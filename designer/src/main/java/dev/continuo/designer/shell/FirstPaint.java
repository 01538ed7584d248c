package dev.continuo.designer.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;

/** Gives the page its language and its remembered scheme before anything is painted. */
class FirstPaint implements VaadinServiceInitListener {
  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(FirstPaint::prepare);
  }

  private static void prepare(IndexHtmlResponse page) {
    Scheme scheme = Scheme.of(page.getVaadinRequest());
    page.getDocument()
        .getElementsByTag("html")
        .attr("lang", "en")
        .attr("style", "color-scheme: " + scheme.css());
  }
}
