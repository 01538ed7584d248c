package dev.continuo.runtime.connector.mail;

/**
 * Which way a mail came in.
 *
 * @param way the way
 * @param detail the file, person, token or mailbox; text from outside
 */
public record MailOrigin(Way way, String detail) {
  /** The ways in. */
  public enum Way {
    /** A file in the data folder's inbox. */
    FOLDER,
    /** Uploaded in the browser. */
    UPLOAD,
    API,
    IMAP
  }

  /** A file of the inbox folder. */
  public static MailOrigin folder(String file) {
    return new MailOrigin(Way.FOLDER, file);
  }

  /** Uploaded by a person under a file name. */
  public static MailOrigin upload(String file) {
    return new MailOrigin(Way.UPLOAD, file);
  }

  /** Posted with a token's name. */
  public static MailOrigin api(String token) {
    return new MailOrigin(Way.API, token);
  }

  /** Fetched from a mailbox. */
  public static MailOrigin imap(String mailbox) {
    return new MailOrigin(Way.IMAP, mailbox);
  }

  /** For people: "mail from the inbox folder (offer.eml)". */
  public String words() {
    String place =
        switch (way) {
          case FOLDER -> "mail from the inbox folder";
          case UPLOAD -> "uploaded mail";
          case API -> "mail by API";
          case IMAP -> "mail from the mailbox";
        };
    return detail.isBlank() ? place : place + " (" + detail + ")";
  }
}
