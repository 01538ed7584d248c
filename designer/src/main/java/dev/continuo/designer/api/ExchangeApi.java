package dev.continuo.designer.api;

import dev.continuo.ontology.exchange.Answer;
import dev.continuo.ontology.exchange.Exchange;
import dev.continuo.ontology.exchange.Format;
import dev.continuo.ontology.exchange.ImportReport;
import dev.continuo.ontology.exchange.Questions;
import dev.continuo.ontology.exchange.RdfSyntax;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All of memory out of the house, files into it, and questions in SPARQL. */
@RestController
@RequestMapping("/api/v1/memory")
@Tag(name = "Memory: out and in")
class ExchangeApi {
  private final Exchange exchange;
  private final Questions questions;

  ExchangeApi(Exchange exchange, Questions questions) {
    this.exchange = exchange;
    this.questions = questions;
  }

  /** A question. */
  record Sparql(String query) {}

  @GetMapping("/export")
  @Operation(
      summary = "All of memory",
      description =
          "format is TRIG, TURTLE, NQUADS (come back whole), JSON_LINES or CSV (no cell is a formula).")
  void export(@RequestParam(defaultValue = "TRIG") Format format, HttpServletResponse response)
      throws IOException {
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"memory." + format.extension() + "\"");
    try (var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16)) {
      exchange.export(format, out);
    }
  }

  @PostMapping("/import")
  @Operation(
      summary = "Take RDF in through the same gate as everything",
      description =
          "The body is the file; name tells its syntax by its ending (.trig, .ttl, .nq, .nt, .rdf). The report names every refusal; the same file does nothing twice.")
  ImportReport take(@RequestParam String name, InputStream file, Principal who) {
    var syntax =
        RdfSyntax.ofName(name)
            .orElseThrow(
                () ->
                    new Problems.Unfit(
                        "The name '%s' tells no RDF syntax: let it end in .trig, .ttl, .nq, .nt or .rdf."
                            .formatted(name)));
    return exchange.importRdf(file, syntax, name, who.getName());
  }

  @PostMapping("/sparql")
  @Operation(
      summary = "A SELECT or ASK over memory",
      description =
          "Read only, five seconds, 1,000 rows. Prefixes of the vocabulary need not be declared. The default graph holds what is true now; each source is a named graph.")
  Answer ask(@RequestBody Sparql question) {
    return questions.ask(question.query());
  }

  @PostMapping(path = "/sparql.csv", produces = "text/csv")
  @Operation(summary = "The same as a table; no cell is a formula")
  String askForCsv(@RequestBody Sparql question) {
    return switch (questions.ask(question.query())) {
      case Answer.Rows rows -> rows.csv();
      case Answer.Verdict verdict -> "holds\r\n" + verdict.holds() + "\r\n";
    };
  }
}
