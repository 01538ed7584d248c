package dev.continuo.designer.settings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.VaadinService;
import dev.continuo.designer.shell.Scheme;

/** Light or dark, for this browser. */
final class LooksPanel extends Div {
  LooksPanel() {
    addClassName("panel");
    RadioButtonGroup<Scheme> scheme = new RadioButtonGroup<>();
    scheme.setAriaLabel("Light or dark");
    scheme.setItems(Scheme.values());
    scheme.setItemLabelGenerator(
        value ->
            switch (value) {
              case SYSTEM -> "As the system says";
              case LIGHT -> "Light";
              case DARK -> "Dark";
            });
    scheme.setValue(Scheme.of(VaadinService.getCurrentRequest()));
    scheme.addValueChangeListener(change -> change.getValue().apply(UI.getCurrent()));
    scheme.setHelperText("For this browser");
    add(new H2("Looks"), scheme);
  }
}
