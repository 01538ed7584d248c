package dev.continuo.runtime.agent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What the sender of a mail wants. */
public enum RequestKind {
  PROJECT_INQUIRY("project-inquiry", "a project inquiry"),
  PRICE_REQUEST("price-request", "a request for a price"),
  MEETING_REQUEST("meeting-request", "a request for a meeting"),
  SUPPORT("support", "a request for help"),
  INVOICE_QUESTION("invoice-question", "a question about an invoice"),
  JOB_APPLICATION("job-application", "a job application"),
  NEWSLETTER_OR_OFFER("newsletter-or-offer", "a newsletter or an offer"),
  UNCLEAR("unclear", "not clear");

  private final String id;
  private final String words;

  RequestKind(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** The word in variables, tables and files. */
  @JsonValue
  public String id() {
    return id;
  }

  /** For a sentence: "this looks like …". */
  public String words() {
    return words;
  }

  /** The kind of that id. */
  public static Optional<RequestKind> find(String id) {
    return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
  }

  @JsonCreator
  static RequestKind of(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no kind of request called '" + id + "'"));
  }
}
