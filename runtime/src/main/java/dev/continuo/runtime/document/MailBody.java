package dev.continuo.runtime.document;

import dev.continuo.runtime.document.angus.Defects;
import dev.continuo.runtime.document.angus.MailHeaders;
import dev.continuo.runtime.document.angus.MimeLeaf;
import dev.continuo.runtime.document.angus.MimeNode;
import dev.continuo.runtime.document.jsoup.HtmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Sorts the parts of one message into text to read, text that was forwarded, and files. */
final class MailBody {
  private static final int TEXT_BYTES = 2 << 20;
  private static final int STUB = 200;

  private final Defects defects;
  private final List<MimeLeaf> files = new ArrayList<>();
  private final List<String> forwarded = new ArrayList<>();
  private final String text;

  MailBody(MimeNode root, Defects defects) {
    this.defects = defects;
    this.text = textOf(root);
  }

  /** What stands in the message itself. */
  String text() {
    return text;
  }

  /** The texts of messages inside it, each under a line that names its sender and subject. */
  List<String> forwarded() {
    return List.copyOf(forwarded);
  }

  /** Everything that is not text to read, in order. */
  List<MimeLeaf> files() {
    return List.copyOf(files);
  }

  private String textOf(MimeNode node) {
    return switch (node) {
      case MimeLeaf leaf -> leafText(leaf);
      case MimeNode.Branch branch when branch.subtype().equals("alternative") ->
          alternative(branch);
      case MimeNode.Branch branch -> {
        if (branch.subtype().equals("encrypted")) {
          defects.add("encrypted", "The message is encrypted; its text cannot be read here.");
        }
        yield joined(branch.parts().stream().map(this::textOf).toList());
      }
      case MimeNode.Enclosed enclosed -> {
        String inner = textOf(enclosed.body());
        forwarded.add(heading(enclosed.headers()) + inner);
        yield "";
      }
    };
  }

  private String leafText(MimeLeaf leaf) {
    boolean readable =
        leaf.mediaType().equals("text/plain")
            || leaf.mediaType().equals("text/html")
            || leaf.mediaType().equals("text/enriched");
    if (leaf.mediaType().endsWith("pkcs7-mime")) {
      defects.add("encrypted", "The message is encrypted or sealed; its text cannot be read here.");
    }
    if (!readable || leaf.attachment() || leaf.fileName() != null) {
      files.add(leaf);
      return "";
    }
    String words = characters(leaf);
    return leaf.mediaType().equals("text/html") ? fromHtml(words) : plain(leaf, words);
  }

  /** The last readable form is the richest; plain text wins unless it is a stub beside HTML. */
  private String alternative(MimeNode.Branch branch) {
    String plain = "";
    String rich = "";
    for (MimeNode part : branch.parts()) {
      String words = textOf(part);
      if (part instanceof MimeLeaf leaf && leaf.mediaType().equals("text/plain")) {
        plain = plain.isBlank() ? words : plain;
      } else if (!words.isBlank()) {
        rich = words;
      }
    }
    boolean stub = plain.length() < STUB && rich.length() > 3 * plain.length();
    return plain.isBlank() || stub && !rich.isBlank() ? rich : plain;
  }

  private String fromHtml(String html) {
    HtmlText converted = HtmlText.of(html);
    if (converted.hiddenDropped()) {
      defects.add(
          "hidden-text", "The mail holds text that a reader would not see; it was left out.");
    }
    return CleanText.lines(converted.text());
  }

  private static String plain(MimeLeaf leaf, String words) {
    String lines = CleanText.lines(words);
    return "flowed".equalsIgnoreCase(leaf.parameter("format")) ? unflowed(lines) : lines;
  }

  /** Joins soft line breaks (RFC 3676): a line that ends with a space goes on in the next. */
  private static String unflowed(String lines) {
    StringBuilder out = new StringBuilder(lines.length());
    for (String line : lines.split("\n", -1)) {
      String unstuffed = line.startsWith(" ") ? line.substring(1) : line;
      out.append(unstuffed);
      boolean soft =
          unstuffed.endsWith(" ") && !unstuffed.equals("-- ") && !unstuffed.startsWith(">");
      if (!soft) {
        out.append('\n');
      }
    }
    return out.toString();
  }

  private String characters(MimeLeaf leaf) {
    byte[] bytes;
    try (InputStream in = leaf.open()) {
      bytes = in.readNBytes(TEXT_BYTES);
      if (bytes.length == TEXT_BYTES && in.read() >= 0) {
        defects.add("long-text", "The text is longer than 2 MB; the rest was left out.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TextDecoding decoding = TextDecoding.of(bytes, leaf.parameter("charset"));
    if (decoding.guessed()) {
      defects.add(
          "charset-guessed", "The text's character set is missing or wrong; it was guessed.");
    }
    return decoding.text();
  }

  private static String heading(MailHeaders headers) {
    return "From: %s\nSubject: %s\n\n"
        .formatted(
            CleanText.line(headers.text("From").orElse(""), 300),
            CleanText.line(headers.text("Subject").orElse(""), 300));
  }

  private static String joined(List<String> texts) {
    return String.join("\n\n", texts.stream().filter(t -> !t.isBlank()).toList());
  }
}
