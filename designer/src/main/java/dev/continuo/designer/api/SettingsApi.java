package dev.continuo.designer.api;

import dev.continuo.runtime.connector.mail.MailWatch;
import dev.continuo.runtime.setting.MailSettings;
import dev.continuo.runtime.setting.ModelSettings;
import dev.continuo.runtime.setting.Settings;
import dev.continuo.runtime.setting.WorkSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The owner's settings. Passwords are named by their secret, never sent. */
@RestController
@RequestMapping("/api/v1/settings")
@Tag(name = "Settings")
class SettingsApi {
  private final Settings settings;
  private final MailWatch mailbox;

  SettingsApi(Settings settings, MailWatch mailbox) {
    this.settings = settings;
    this.mailbox = mailbox;
  }

  @GetMapping("/work")
  @Operation(summary = "Who the owner is and when they work")
  WorkSettings work() {
    return settings.work();
  }

  @PutMapping("/work")
  @Operation(summary = "Save the working settings")
  WorkSettings save(@RequestBody WorkSettings work) {
    settings.save(work);
    return settings.work();
  }

  @GetMapping("/mail")
  @Operation(summary = "The mail accounts")
  MailSettings mail() {
    return settings.mail();
  }

  @PutMapping("/mail")
  @Operation(summary = "Save the mail accounts")
  MailSettings save(@RequestBody MailSettings mail) {
    settings.save(mail);
    mailbox.lookNow();
    return settings.mail();
  }

  @GetMapping("/models")
  @Operation(summary = "The language models; keys are named by their secret")
  ModelSettings models() {
    return settings.models();
  }

  @PutMapping("/models")
  @Operation(
      summary = "Save the language models",
      description =
          "Prices are micro-euros for 1,000 tokens. A key is put into the data folder's secrets, readable by its owner only, and named here.")
  ModelSettings save(@RequestBody ModelSettings models) {
    settings.save(models);
    return settings.models();
  }
}
