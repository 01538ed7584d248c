package dev.continuo.designer.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** A link of the navigation that knows whether it is here and how much waits there. */
class NavLink extends RouterLink {
  private final Destination page;
  private final Span count = new Span();

  NavLink(Destination page) {
    super(page.view());
    this.page = page;
    addClassName("nav-link");
    count.addClassName("count");
    add(page.glyph().icon(), new Span(page.title()), count);
    refresh();
  }

  void mark(String firstSegment) {
    if (page.path().equals(firstSegment)) {
      getElement().setAttribute("aria-current", "page");
    } else {
      getElement().removeAttribute("aria-current");
    }
  }

  void refresh() {
    int waiting = page.count().getAsInt();
    count.setText(waiting > 99 ? "99+" : String.valueOf(waiting));
    count.setVisible(waiting > 0);
  }
}
