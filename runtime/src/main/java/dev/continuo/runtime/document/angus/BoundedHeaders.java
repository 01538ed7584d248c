package dev.continuo.runtime.document.angus;

import jakarta.mail.internet.InternetHeaders;

/** Headers that stop growing at a limit. */
final class BoundedHeaders extends InternetHeaders {
  private final int limit;
  private final Defects defects;
  private int count;

  BoundedHeaders(int limit, Defects defects) {
    this.limit = limit;
    this.defects = defects;
  }

  @Override
  public void addHeaderLine(String line) {
    if (++count > limit) {
      defects.add(
          "too-many-headers",
          "The message has more than %d header fields; the rest was left out.".formatted(limit));
      return;
    }
    super.addHeaderLine(line);
  }
}
