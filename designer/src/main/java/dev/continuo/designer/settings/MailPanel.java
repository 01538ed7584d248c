package dev.continuo.designer.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.continuo.runtime.setting.MailAccount;
import dev.continuo.runtime.setting.MailSettings;
import dev.continuo.runtime.setting.Settings;
import java.time.Duration;
import java.util.Objects;

/** Where mail comes in and goes out. Without accounts the folders of the data folder are used. */
final class MailPanel extends Div {
  private final Settings settings;
  private final AccountFields imap;
  private final AccountFields smtp;
  private final TextField folder = new TextField("Folder");
  private final IntegerField every = new IntegerField("Look every");

  MailPanel(Settings settings, PasswordSafe safe) {
    this.settings = settings;
    addClassName("panel");
    MailSettings now = settings.mail();
    imap = new AccountFields("Read a mailbox (IMAP)", "imap-password", 993, safe);
    smtp = new AccountFields("Send by a mail server (SMTP)", "smtp-password", 465, safe);
    imap.show(now.imap());
    smtp.show(now.smtp());
    folder.setValue(now.folder());
    every.setValue((int) now.pollEvery().toSeconds());
    every.setSuffixComponent(new Div("s"));
    imap.more(folder, every);

    Paragraph words =
        new Paragraph(
            "Without a mailbox, drop mails as .eml files into the inbox folder. Without a server,"
                + " approved mails are written to the outbox folder.");
    words.addClassName("soft");
    add(new H2("Mail"), words, imap, smtp, new Saved(this::save));
  }

  private void save() {
    MailAccount in = imap.read();
    MailAccount out = smtp.read();
    settings.save(
        new MailSettings(
            in,
            folder.getValue().isBlank() ? "INBOX" : folder.getValue().strip(),
            Duration.ofSeconds(Objects.requireNonNullElse(every.getValue(), 0)),
            out));
    imap.keepPassword();
    smtp.keepPassword();
  }
}
