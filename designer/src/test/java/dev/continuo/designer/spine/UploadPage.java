package dev.continuo.designer.spine;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.continuo.designer.testing.Eventually;
import dev.continuo.designer.testing.RunningContinuo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The owner at the start page, giving in mails as files. */
final class UploadPage implements AutoCloseable {
  private static final String PASSWORD = "a quiet harbour at noon";
  private static final int AT_ONCE = 20;
  private static final double PATIENCE = 60_000;

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final AtomicInteger answered = new AtomicInteger();

  private UploadPage(RunningContinuo continuo) {
    continuo.ownersPassword(PASSWORD);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
    page = browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onResponse(
        response -> {
          if (response.request().method().equals("POST")
              && response.url().contains("/VAADIN/dynamic/")) {
            answered.incrementAndGet();
          }
        });
    page.navigate(continuo.address() + "/login");
    page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true))
        .first()
        .fill("mia@lind.example");
    page.locator("input[name=password]").fill(PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).first().click();
    page.locator("main > *").first().waitFor();
    page.navigate(continuo.address() + "/");
    page.locator("input[type=file]")
        .waitFor(
            new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
  }

  static UploadPage of(RunningContinuo continuo) {
    return new UploadPage(continuo);
  }

  /** Gives files in and returns when the last one was taken. */
  void give(List<byte[]> mails) {
    for (int from = 0; from < mails.size(); from += AT_ONCE) {
      List<byte[]> some = mails.subList(from, Math.min(mails.size(), from + AT_ONCE));
      int before = answered.get();
      FilePayload[] files = new FilePayload[some.size()];
      for (int i = 0; i < files.length; i++) {
        files[i] = new FilePayload("mail-" + (from + i) + ".eml", "message/rfc822", some.get(i));
      }
      page.locator("input[type=file]").setInputFiles(files);
      Eventually.within(
          60,
          "the files are taken",
          () -> {
            page.waitForTimeout(100); // lets the page's events in
            return answered.get() >= before + files.length
                && page.locator("vaadin-upload-file").count() == 0;
          });
    }
  }

  /** Gives one file in and returns what the page says about it. */
  String says(byte[] mail) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("mail.eml", "message/rfc822", mail));
    var told = page.locator("vaadin-notification-card").first();
    told.waitFor();
    return told.innerText();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
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
        .orElseThrow(() -> new IllegalStateException("Install chromium (apt install chromium)."));
  }
}
