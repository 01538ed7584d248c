package dev.continuo.designer.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Small documents, and mails that carry them. */
public final class Papers {
  /** A file that comes with a mail. */
  public record Paper(String name, String type, byte[] content) {}

  private Papers() {}

  /** A PDF of one page with these lines. */
  public static byte[] pdf(String... lines) {
    String text =
        "BT /F1 12 Tf 14 TL 40 760 Td " + String.join(" T* ", shown(List.of(lines))) + " ET";
    return """
        %%PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
        /Resources << /Font << /F1 5 0 R >> >> >> endobj
        4 0 obj << /Length %d >>
        stream
        %s
        endstream
        endobj
        5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
        trailer << /Root 1 0 R /Size 6 >>
        %%%%EOF
        """
        .formatted(text.length(), text)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> shown(List<String> lines) {
    return lines.stream().map(line -> "(" + line + ") Tj").toList();
  }

  /** The same mail with files. */
  public static byte[] with(byte[] plain, Paper... papers) {
    String mail = new String(plain, StandardCharsets.UTF_8).replace("\r\n", "\n");
    int end = mail.indexOf("\n\n");
    var out =
        new StringBuilder(
            mail.substring(0, end)
                .replaceAll("Content-Type: .*", "Content-Type: multipart/mixed; boundary=b"));
    out.append("\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n");
    out.append(mail.substring(end + 2)).append('\n');
    for (Paper paper : papers) {
      out.append("--b\nContent-Type: ").append(paper.type());
      out.append("\nContent-Disposition: attachment; filename=\"").append(paper.name());
      out.append("\"\nContent-Transfer-Encoding: base64\n\n");
      out.append(Base64.getMimeEncoder().encodeToString(paper.content())).append('\n');
    }
    return out.append("--b--\n")
        .toString()
        .replace("\r\n", "\n")
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
