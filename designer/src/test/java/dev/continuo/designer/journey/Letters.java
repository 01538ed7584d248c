package dev.continuo.designer.journey;

import java.util.Locale;

/** Mails that come in during a journey. */
final class Letters {
  private Letters() {}

  /** Somebody asks for a first phase of eight to ten thousand euros. */
  static String wish(String who, String subject) {
    String address = who.toLowerCase(Locale.ROOT).replace(' ', '.');
    return """
    From: %1$s <%2$s@fjordstudio.example>
    To: Nora Lindqvist <nora@lindqvist.example>
    Subject: %3$s
    Date: Sat, 21 Nov 2026 09:12:00 +0100
    Message-ID: <%4$d@fjordstudio.example>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Dear Nora,

    we are looking for a consultant who helps us with the launch of our new archive platform.
    We have set aside 8,000 to 10,000 euros for the first phase and would like to start in
    January. Could you send us a quote and tell us when we can talk?

    Best regards
    %1$s
    Fjord Studio AS
    """
        .formatted(who, address, subject, System.nanoTime());
  }
}
