package dev.continuo.designer.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in for a page that could not be opened. */
@ParentLayout(Shell.class)
@AnonymousAllowed
class BrokenPage extends Div implements HasErrorParameter<Exception> {
  private static final Logger log = LoggerFactory.getLogger(BrokenPage.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
    log.error(
        "The page {} could not be opened", event.getLocation().getPath(), error.getException());
    addClassName("column");
    add(
        new Trouble(
            "This page could not be opened.",
            "Something inside did not answer as it should; nothing was changed. The log in the data"
                + " folder has the details.",
            "Load the page again. If the dot at the top is not green, wait until it is.",
            new Anchor(event.getLocation().getPathWithQueryParameters(), "Load again"),
            new Anchor("", "Go to Today")));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
