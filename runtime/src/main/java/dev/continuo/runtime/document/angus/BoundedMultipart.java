package dev.continuo.runtime.document.angus;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.SharedInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A multipart read leniently; it stops at the message's limit of parts. */
final class BoundedMultipart extends MimeMultipart {
  private final List<Entity> entities = new ArrayList<>();
  private final MimeLimits limits;
  private final Defects defects;
  private final int room;

  BoundedMultipart(
      String boundaryOrEmpty, InputStream content, int room, MimeLimits limits, Defects defects)
      throws MessagingException {
    super(new Content(contentType(boundaryOrEmpty), content));
    this.room = room;
    this.limits = limits;
    this.defects = defects;
  }

  /** The parts that could be found, in order; empty when there is no boundary. */
  List<Entity> entities() {
    try {
      parse();
    } catch (TooManyParts e) {
      defects.add(
          "too-many-parts",
          "The message has more than %d parts; the rest was left out.".formatted(limits.parts()));
    } catch (MessagingException | RuntimeException e) {
      defects.add("broken-multipart", "The message's parts are not separated properly.");
    }
    if (!entities.isEmpty() && !complete) {
      defects.add("cut-off", "The message ends in the middle; what is there was read.");
    }
    return List.copyOf(entities);
  }

  @Override
  protected void initializeProperties() {
    ignoreMissingEndBoundary = true;
    ignoreMissingBoundaryParameter = true;
    ignoreExistingBoundaryParameter = false;
    allowEmpty = true;
  }

  @Override
  protected MimeBodyPart createMimeBodyPart(InputStream part) throws MessagingException {
    if (entities.size() >= room) {
      throw new TooManyParts();
    }
    Entity entity = Entity.at((SharedInputStream) part, limits, defects);
    entities.add(entity);
    return entity;
  }

  private static String contentType(String boundary) {
    String safe = boundary.replaceAll("[\\\\\"\\r\\n]", "");
    return safe.isEmpty() ? "multipart/mixed" : "multipart/mixed; boundary=\"" + safe + "\"";
  }

  private static final class TooManyParts extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Content(String type, InputStream stream) implements DataSource {
    @Override
    public String getContentType() {
      return type;
    }

    @Override
    public InputStream getInputStream() {
      return stream;
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public String getName() {
      return "";
    }
  }
}
