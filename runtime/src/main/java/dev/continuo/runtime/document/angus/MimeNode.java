package dev.continuo.runtime.document.angus;

import java.util.List;

/** A part of a message. */
public sealed interface MimeNode permits MimeNode.Branch, MimeNode.Enclosed, MimeLeaf {

  /**
   * A multipart.
   *
   * @param subtype lower case, for example {@code alternative}
   * @param parts its parts in order
   */
  record Branch(String subtype, List<MimeNode> parts) implements MimeNode {
    public Branch {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A message inside the message.
   *
   * @param headers the inner message's headers
   * @param body its content
   */
  record Enclosed(MailHeaders headers, MimeNode body) implements MimeNode {}
}
