package dev.continuo.designer.api;

import dev.continuo.ontology.memory.Entity;
import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.runtime.document.Documents;
import dev.continuo.runtime.document.StoredDocument;
import dev.continuo.runtime.filing.FiledDocument;
import dev.continuo.runtime.filing.Filing;
import dev.continuo.runtime.filing.Filings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The documents in a client's file. The client is named by id or key, as a parameter. */
@RestController
@RequestMapping("/api/v1/memory/documents")
@Tag(name = "Memory")
class DocumentApi {
  private static final Set<String> CLIENTS = Set.of("schema:Person", "org:Organization");

  private final Memory memory;
  private final Documents documents;
  private final Filings filings;

  DocumentApi(Memory memory, Documents documents, Filings filings) {
    this.memory = memory;
    this.documents = documents;
    this.filings = filings;
  }

  @GetMapping
  @Operation(summary = "Documents of a client, with what came of reading each")
  List<FiledDocument> list(@RequestParam String id, @RequestParam(defaultValue = "50") int limit) {
    return filings.of(client(id).keys(), Math.clamp(limit, 1, 500));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Add a document to a client's file",
      description = "The body is the document itself. Its text is read a moment later.")
  FiledDocument add(
      @RequestParam String id,
      @RequestParam String name,
      @RequestHeader(name = "Content-Type", required = false) @Nullable String type,
      InputStream body,
      Principal who) {
    Entity client = client(id);
    StoredDocument stored =
        documents.store(body, Objects.requireNonNullElse(type, "application/octet-stream"), name);
    Filing filing =
        new Filing(
            stored.id(),
            stored.name(),
            new EntityRef(client.kind(), client.keys().getFirst(), client.label()),
            null,
            null,
            "added by " + who.getName(),
            Instant.now());
    filings.file(filing);
    return filings.find(filing.key()).orElseThrow();
  }

  private Entity client(String id) {
    return memory
        .entity(id)
        .filter(entity -> CLIENTS.contains(entity.kind()))
        .orElseThrow(
            () ->
                new Problems.NotThere(
                    "Memory knows no person or organisation called '%s'.".formatted(id)));
  }
}
