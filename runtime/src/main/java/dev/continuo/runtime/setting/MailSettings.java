package dev.continuo.runtime.setting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The owner's mail accounts. Without {@code imap} no mailbox is polled; without {@code smtp}
 * approved mails are written to the outbox folder.
 *
 * @param imap where mail arrives, if configured
 * @param folder the IMAP folder that is read
 * @param pollEvery pause between two polls
 * @param smtp where approved mail leaves, if configured
 */
public record MailSettings(
    @Nullable MailAccount imap, String folder, Duration pollEvery, @Nullable MailAccount smtp) {}
