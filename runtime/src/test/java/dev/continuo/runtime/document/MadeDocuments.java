package dev.continuo.runtime.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small documents of the usual kinds, made as their standards say. */
public final class MadeDocuments {
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private MadeDocuments() {}

  /** One page with these lines. */
  public static byte[] pdf(String... lines) {
    var text = new StringBuilder("BT /F1 12 Tf 14 TL 40 760 Td ");
    for (var line : lines) {
      text.append('(').append(line.replaceAll("([()\\\\])", "\\\\$1")).append(") Tj T* ");
    }
    text.append("ET");
    var objects =
        new String[] {
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
              + " /Resources << /Font << /F1 5 0 R >> >> >>",
          "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        };
    var out = new StringBuilder("%PDF-1.4\n");
    var table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      table.append("%010d 00000 n \n".formatted(out.length()));
      out.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    int start = out.length();
    out.append(table)
        .append("trailer\n<< /Size ")
        .append(objects.length + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(start)
        .append("\n%%EOF\n");
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] docx(String text) {
    return word(
        "<w:document xmlns:w='"
            + W
            + "'><w:body><w:p><w:r><w:t>"
            + text
            + "</w:t></w:r></w:p></w:body></w:document>");
  }

  /** With whatever stands for its main part. */
  static byte[] word(String document) {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels'"
                + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/word/document.xml' ContentType='application/vnd."
                + "openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
            "_rels/.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/"
                + "2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
            "word/document.xml",
            document));
  }

  static byte[] xlsx(String cell) throws IOException {
    try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      book.createSheet("Plan").createRow(0).createCell(0).setCellValue(cell);
      book.write(out);
      return out.toByteArray();
    }
  }

  static byte[] locked(byte[] document) throws Exception {
    var key = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    key.confirmPassword("a secret");
    try (var files = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      try (OutputStream inside = key.getDataStream(files)) {
        inside.write(document);
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  static byte[] odt(String text) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.text");
    parts.put(
        "content.xml",
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body>"
            + "<office:text><text:p>"
            + text
            + "</text:p></office:text></office:body></office:document-content>");
    return zip(parts);
  }

  static byte[] zip(Map<String, String> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A small Word file whose text unpacks to that many megabytes of one letter. */
  static byte[] bomb(int megabytes) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] whole = docx("TEXT");
    try (var zip = new ZipOutputStream(out);
        var parts = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(whole))) {
      for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(part.getName()));
        String content = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        int at = content.indexOf("TEXT");
        if (at < 0) {
          zip.write(content.getBytes(StandardCharsets.UTF_8));
        } else {
          zip.write(content.substring(0, at).getBytes(StandardCharsets.UTF_8));
          byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < megabytes; i++) {
            zip.write(letters);
          }
          zip.write(content.substring(at + 4).getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** An archive in an archive in an archive. */
  static byte[] nest(int levels) {
    byte[] inner = zip(Map.of("a.txt", "at last"));
    for (int i = 0; i < levels; i++) {
      var out = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(i + ".zip"));
        zip.write(inner);
        zip.closeEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      inner = out.toByteArray();
    }
    return inner;
  }

  static Path file(Path folder, byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "doc", ""), content);
  }
}
