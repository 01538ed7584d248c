package dev.continuo.designer.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Stands in for a page that does not exist, or no longer. */
@ParentLayout(Shell.class)
@AnonymousAllowed
class UnknownPage extends Div implements HasErrorParameter<NotFoundException> {
  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    addClassName("column");
    add(
        new Blank(
            Glyph.SEARCH,
            "There is no such page",
            "The address may be old or mistyped. Search with Ctrl K, or start from Today.",
            new Anchor("", "Go to Today")));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
