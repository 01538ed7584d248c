package dev.continuo.runtime.connector.mail.angus;

/** What became of handing a message to an SMTP server. */
public sealed interface Delivery {

  /** The server answered 250 to the whole message. */
  record Accepted() implements Delivery {}

  /**
   * The server said no; nothing was taken.
   *
   * @param reply its words
   * @param forNow whether it may say yes later (a 4yz reply)
   */
  record Refused(String reply, boolean forNow) implements Delivery {}

  /** It ended before the message was offered (the DATA command); nothing was taken. */
  record NotOffered(String why) implements Delivery {}

  /** It broke after the message was offered and before the server's answer. */
  record Unanswered(String why) implements Delivery {}
}
