package dev.continuo.designer.bench;

import java.nio.charset.StandardCharsets;

/** Mails of people who ask for something: each its own sender, message id, amount and day. */
final class Leads {
  private static final String[] FIRST = {
    "Anna", "Boris", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Karin",
    "Luca", "Maria", "Nils", "Olga", "Paul"
  };
  private static final String[] LAST = {
    "Abel", "Brandt", "Castell", "Dorn", "Ehlers", "Farkas", "Gruber", "Hansen", "Ivers", "Jensen",
    "Keller", "Lindt", "Moreau"
  };
  private static final String[] ASKS = {
    "We are renewing the website of our workshop and would like you to take the project on. Our budget is about %d EUR and we want to begin on %s.",
    "Could you tell us what a monthly maintenance contract for our shop would cost? We have set aside %d EUR and need to decide by %s.",
    "I would like to meet you and talk about a booking tool for our customers. We think of %d EUR; would you have time around %s?",
    "Our team needs somebody who designs a catalogue and a new logo for us. We can spend %d EUR and the printer expects the files on %s."
  };
  private static final String[] MONTHS = {"March", "April", "May", "June"};

  private Leads() {}

  static byte[] mail(String run, int number) {
    String first = FIRST[number % FIRST.length];
    String last = LAST[number / FIRST.length % LAST.length];
    String address =
        (first + "." + last + "@company" + number + ".example").toLowerCase(java.util.Locale.ROOT);
    String day = (1 + number % 28) + " " + MONTHS[number / 28 % MONTHS.length] + " 2027";
    String ask = ASKS[number % ASKS.length].formatted(1000 + 10 * (number % 900), day);
    return """
        From: %s %s <%s>
        To: owner@continuo.example
        Subject: A question about your work, no. %d
        Date: Mon, 4 Jan 2027 09:00:00 +0000
        Message-ID: <lead-%s-%d@company%d.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Hello,

        %s

        Kind regards,
        %s %s
        Company %d Ltd
        +44 20 7946 %04d
        """
        .formatted(
            first,
            last,
            address,
            number,
            run,
            number,
            number,
            ask,
            first,
            last,
            number,
            number % 10_000)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
