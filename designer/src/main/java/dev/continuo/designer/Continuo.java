package dev.continuo.designer;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import dev.continuo.designer.start.Startup;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/**
 * The application. {@link #main} starts the engines and then this Spring context, which finds the
 * configurations of every feature of designer and runtime by itself.
 */
@SpringBootApplication(scanBasePackages = {"dev.continuo.designer", "dev.continuo.runtime"})
@AutoConfigurationPackage(basePackages = {"dev.continuo.designer", "dev.continuo.runtime"})
@Modulithic(
    systemName = "Continuo",
    additionalPackages = {"dev.continuo.runtime", "dev.continuo.rules", "dev.continuo.ontology"},
    useFullyQualifiedModuleNames = true)
@Push(transport = Transport.WEBSOCKET_XHR)
@ColorScheme(ColorScheme.Value.SYSTEM)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://continuo.css")
public class Continuo implements AppShellConfigurator {

  public static void main(String[] args) {
    Startup.run(Continuo.class, args);
  }

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Continuo");
    settings.addLink("icon", "continuo-mark.svg");
  }
}
