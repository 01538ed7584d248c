package dev.continuo.designer.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ViewportSize;
import dev.continuo.designer.testing.RunningContinuo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * A walk through the running product in a real browser, as the owner would go. All journeys share
 * one started product and go in their order. Pictures are left in {@code target/screenshots}; a
 * step that fails leaves one too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Journey.PictureOfFailure.class)
@Tag("journey")
abstract class Journey {
  static final String OWNER = "Nora Lindqvist";
  static final String MAIL = "nora@lindqvist.example";
  static final String PASSWORD = "a calm river in May";

  /** Looks for a second at most: what watches its own size settles some frames later. */
  private static final String REACHING_OVER =
      """
      async () => {
        const edge = window.innerWidth;
        const fits = () => document.documentElement.scrollWidth <= edge;
        for (const end = performance.now() + 1000; ; ) {
          await new Promise(requestAnimationFrame);
          if (fits()) return [];
          if (performance.now() > end) break;
        }
        return [...document.querySelectorAll('body, body *')]
            .map(e => [e, Math.round(e.getBoundingClientRect().right - edge)])
            .filter(([e, over]) => over > 0)
            .map(([e, over]) => over + ' px: ' + e.localName + '.' + e.className + ' '
                + (e.children.length ? '' : e.textContent.trim().slice(0, 60)));
      }
      """;

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Long, because a build machine may be busy; a passing step does not wait. */
  private static final double PATIENCE = 40_000;

  /** What an agent does for a while on a busy machine. */
  static final double SLOW = 90_000;

  private final List<String> complaints = new ArrayList<>();
  private RunningContinuo continuo;
  private Playwright playwright;
  private Browser browser;
  private Page page;

  @BeforeAll
  void open() throws Exception {
    Files.createDirectories(PICTURES);
    continuo = RunningContinuo.shared();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setReducedMotion(ReducedMotion.REDUCE));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    page.onPageError(error -> complaints.add(error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  @AfterAll
  void shut() {
    if (browser != null) {
      browser.close();
    }
    if (playwright != null) {
      playwright.close();
    }
  }

  RunningContinuo continuo() {
    return continuo;
  }

  Page page() {
    return page;
  }

  /** Errors in the browser's console since the last call. */
  List<String> complaints() {
    List<String> now = List.copyOf(complaints);
    complaints.clear();
    return now;
  }

  void goTo(String path) {
    page.navigate(continuo.address() + path);
    page.locator("main > *").first().waitFor();
  }

  void fill(String label, String value) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(value);
  }

  void press(String button) {
    button(button).click();
  }

  Locator button(String name) {
    return page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(false))
        .locator("visible=true")
        .first();
  }

  Locator text(String words) {
    return page.getByText(words).locator("visible=true").first();
  }

  /** Comes in as the owner, by whichever door stands open. */
  void comeIn() {
    goTo("/");
    Locator inside = page.locator(".rail");
    Locator login = page.locator("input[name=password]");
    Locator welcome = page.getByText("Become the owner");
    inside.or(login).or(welcome).first().waitFor();
    if (welcome.isVisible()) {
      fill("Your name", OWNER);
      fill("E-mail", MAIL);
      fill("Password", PASSWORD);
      press("Become the owner");
    } else if (login.isVisible()) {
      logIn(PASSWORD);
    }
    page.locator(".rail").waitFor();
  }

  void logIn(String password) {
    fill("E-mail", MAIL);
    page.locator("input[name=password]").fill(password);
    press("Log in");
  }

  /** Gives a file into the upload that is on the page. */
  void upload(String name, String type, String text) {
    page.locator("input[type=file]")
        .last()
        .setInputFiles(new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A dialog that is open. */
  Locator dialog() {
    return page.locator("vaadin-dialog[opened], vaadin-confirm-dialog[opened]").last();
  }

  /** Presses a button of the open dialog. */
  void answer(String button) {
    dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .locator("visible=true")
        .last()
        .click();
  }

  /** The page as it is; with {@code -Dcontinuo.pictures=all} also dark and on a phone. */
  void pictures(String name) {
    picture(name);
    if (!System.getProperty("continuo.pictures", "").equals("all")) {
      return;
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture(name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(360, 760);
    picture(name + "-phone");
    page.setViewportSize(1280, 800);
  }

  /** The whole page, on a screen as tall as the page, so that what sticks to an edge does. */
  void picture(String name) {
    ViewportSize screen = page.viewportSize();
    Object tall =
        page.evaluate("() => { scrollTo(0, 0); return document.documentElement.scrollHeight; }");
    page.setViewportSize(screen.width, Math.max(screen.height, ((Number) tall).intValue()));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setAnimations(ScreenshotAnimations.DISABLED));
    page.setViewportSize(screen.width, screen.height);
  }

  /** What reaches over the edge of a screen this wide, innermost last; nothing when all fits. */
  List<String> overflow(int width) {
    page.setViewportSize(width, 760);
    Object wide = page.evaluate(REACHING_OVER);
    page.setViewportSize(1280, 800);
    return ((List<?>) wide).stream().map(Object::toString).toList();
  }

  private static Path chromium() {
    return Stream.of(
            System.getProperty("continuo.chromium", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No Chromium was found. Install it (Debian: apt install chromium) or name it"
                        + " with -Dcontinuo.chromium=PATH."));
  }

  static final class PictureOfFailure implements TestWatcher {
    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
      context
          .getTestInstance()
          .map(Journey.class::cast)
          .filter(journey -> journey.page != null && !journey.page.isClosed())
          .ifPresent(journey -> journey.picture("failed-" + context.getDisplayName()));
    }
  }
}
