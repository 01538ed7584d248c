package dev.continuo.runtime.connector.mail.angus;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** An open IMAP folder, read by UID. Reading does not mark; only {@link #markSeen} does. */
public final class Mailbox implements AutoCloseable {
  private final Store store;
  private final IMAPFolder folder;

  private Mailbox(Store store, IMAPFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * A message on the server.
   *
   * @param uid its number
   * @param size bytes, as the server says
   */
  public record Entry(long uid, long size) {}

  /** Thrown when the server cannot be reached or refuses; trying again later may help. */
  public static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(MessagingException cause) {
      super(
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(),
          cause);
    }
  }

  /** Opens a folder for reading and marking. */
  public static Mailbox open(MailServer server, String folderName) throws Unavailable {
    String protocol = server.tls() ? "imaps" : "imap";
    Session session = server.session(protocol);
    Store store = null;
    try {
      store = session.getStore(protocol);
      store.connect(server.host(), server.port(), server.user(), server.password());
      IMAPFolder folder = (IMAPFolder) store.getFolder(folderName);
      folder.open(Folder.READ_WRITE);
      return new Mailbox(store, folder);
    } catch (MessagingException e) {
      closeQuietly(store);
      throw new Unavailable(e);
    }
  }

  /** Changes when the server numbers its messages anew. */
  public long uidValidity() throws Unavailable {
    return ask(folder::getUIDValidity);
  }

  /**
   * The highest number in sight; 0 where the folder is empty. The number that the server will give
   * next tells less: it may have given out others to messages that it does not show yet.
   */
  public long newest() throws Unavailable {
    return ask(
        () -> {
          int count = folder.getMessageCount();
          return count == 0 ? 0 : folder.getUID(folder.getMessage(count));
        });
  }

  /** Messages with a higher number, in order. */
  public List<Entry> after(long uid) throws Unavailable {
    return ask(() -> entries(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID), uid));
  }

  /** Messages that arrived on that day or later, in order. */
  public List<Entry> since(Instant day) throws Unavailable {
    return ask(
        () -> entries(folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day))), 0));
  }

  /** The raw message; empty where it is gone by now. */
  public Optional<byte[]> raw(long uid) throws Unavailable {
    return ask(
        () -> {
          Message message = folder.getMessageByUID(uid);
          if (message == null) {
            return Optional.empty();
          }
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try {
            message.writeTo(out);
          } catch (MessageRemovedException e) {
            return Optional.empty();
          } catch (IOException e) {
            throw new MessagingException("The message could not be fetched", e);
          }
          return Optional.of(out.toByteArray());
        });
  }

  /** Marks a message as read. */
  public void markSeen(long uid) throws Unavailable {
    ask(
        () -> {
          Message message = folder.getMessageByUID(uid);
          if (message != null) {
            message.setFlag(Flags.Flag.SEEN, true);
          }
          return uid;
        });
  }

  @Override
  public void close() {
    closeQuietly(store);
  }

  private List<Entry> entries(Message[] messages, long above) throws MessagingException {
    FetchProfile wanted = new FetchProfile();
    wanted.add(UIDFolder.FetchProfileItem.UID);
    wanted.add(FetchProfile.Item.SIZE);
    folder.fetch(messages, wanted);
    Entry[] entries = new Entry[messages.length];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new Entry(folder.getUID(messages[i]), messages[i].getSize());
    }
    // A range up to the last message always holds that one, however low its number.
    return Arrays.stream(entries)
        .filter(e -> e.uid() > above)
        .sorted(Comparator.comparingLong(Entry::uid))
        .toList();
  }

  private interface Question<T> {
    T answer() throws MessagingException;
  }

  private static <T> T ask(Question<T> question) throws Unavailable {
    try {
      return question.answer();
    } catch (MessagingException e) {
      throw new Unavailable(e);
    }
  }

  private static void closeQuietly(@Nullable Store store) {
    if (store != null) {
      try {
        store.close();
      } catch (MessagingException e) {
        // Nothing depends on how it ends.
      }
    }
  }
}
