package dev.continuo.designer.api;

import dev.continuo.runtime.flow.Starts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells waiting runs what happened elsewhere. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Flows")
class MessageApi {
  private final Starts starts;

  MessageApi(Starts starts) {
    this.starts = starts;
  }

  /**
   * A message.
   *
   * @param name what runs wait for, such as {@code invoice-paid}
   * @param correlationKey tells the run that is meant, such as the invoice's number
   * @param id the same id is delivered once; without one it is a new message
   */
  record Message(
      String name,
      String correlationKey,
      @Nullable String id,
      @Nullable Map<String, Object> variables) {}

  record Taken(String id) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Tell the run that waits for it",
      description =
          "Names that begin with mail- or continuo- are the house's own; a mail is given in at /mail.")
  Taken tell(@RequestBody Message message) {
    if (!fits(message.name(), 100) || !fits(message.correlationKey(), 300)) {
      throw new Problems.Unfit("A message has a name and a correlationKey.");
    }
    if (message.name().matches("(mail|continuo)-.*")) {
      throw new Problems.Unfit(
          "Messages called '%s' are the house's own.".formatted(message.name()));
    }
    String id = message.id();
    if (id != null && !fits(id, 200)) {
      throw new Problems.Unfit("An id has 1 to 200 characters.");
    }
    String known = id == null ? UUID.randomUUID().toString() : id;
    starts.correlate(
        message.name(),
        message.correlationKey(),
        known,
        message.variables() == null ? Map.of() : message.variables());
    return new Taken(known);
  }

  private static boolean fits(@Nullable String text, int longest) {
    return text != null && !text.isBlank() && text.length() <= longest;
  }
}
