package dev.continuo.designer.people;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Writes the content security policy of each page with a fresh nonce: only scripts of this server
 * and the page's own start script run. Vaadin's client builds functions from the server's text,
 * which is why {@code unsafe-eval} stays; components set inline styles.
 */
class PageNonce implements VaadinServiceInitListener {
  static final String POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-eval'%s; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-src 'self'; frame-ancestors 'none'";

  private final SecureRandom random = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::write);
  }

  private void write(IndexHtmlResponse page) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    page.getDocument().getElementsByTag("script").attr("nonce", nonce);
    page.getVaadinResponse().setHeader("Cache-Control", "no-store");
    page.getVaadinResponse()
        .setHeader("Content-Security-Policy", POLICY.formatted(" 'nonce-" + nonce + "'"));
  }
}
