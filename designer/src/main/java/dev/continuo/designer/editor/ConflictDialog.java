package dev.continuo.designer.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** The draft was saved elsewhere in between: which of the two shall stand? */
public final class ConflictDialog extends Dialog {
  /**
   * @param doing what the owner did meanwhile, "drew" or "typed"
   * @param reload loads what stands there
   * @param keep saves what is seen over the other
   */
  public ConflictDialog(String doing, Runnable reload, Runnable keep) {
    setHeaderTitle("This draft was changed elsewhere");
    setWidth("min(480px, calc(100vw - 32px))");
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    add(
        new Paragraph(
            ("Another window or the API saved it while you %s. Nothing was overwritten yet. Load"
                    + " what stands there, or keep what you see and save it over the other.")
                .formatted(doing)));
    Button mine = new Button("Keep mine", click -> answer(keep));
    Button theirs = new Button("Load the other", click -> answer(reload));
    theirs.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(mine, theirs);
  }

  private void answer(Runnable chosen) {
    close();
    chosen.run();
  }
}
