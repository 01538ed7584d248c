package dev.continuo.designer.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the system says. Remembered by the browser, in a cookie without meaning. */
public enum Scheme {
  SYSTEM(ColorScheme.Value.SYSTEM),
  LIGHT(ColorScheme.Value.LIGHT),
  DARK(ColorScheme.Value.DARK);

  private static final String COOKIE = "continuo-scheme";
  private static final int A_YEAR = 365 * 24 * 3600;

  private final ColorScheme.Value value;

  Scheme(ColorScheme.Value value) {
    this.value = value;
  }

  /** What this browser asked for. */
  public static Scheme of(@Nullable VaadinRequest request) {
    Cookie[] cookies = request == null ? null : request.getCookies();
    return cookies == null
        ? SYSTEM
        : Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .flatMap(cookie -> Stream.of(values()).filter(s -> s.word().equals(cookie.getValue())))
            .findFirst()
            .orElse(SYSTEM);
  }

  /** Shows this page in it and remembers it. */
  public void apply(UI ui) {
    ui.getPage().setColorScheme(value);
    ui.getPage()
        .executeJs(
            "document.cookie = $0 + '=' + $1 + ';path=/;samesite=strict;max-age=' + $2",
            COOKIE,
            word(),
            A_YEAR);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String css() {
    return value.getValue();
  }
}
