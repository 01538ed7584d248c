package dev.continuo.designer.api;

import dev.continuo.rules.diff.TableChange;
import dev.continuo.rules.diff.TableDiff;
import dev.continuo.rules.sheet.SheetReading;
import dev.continuo.rules.sheet.Sheets;
import dev.continuo.rules.table.Finding;
import dev.continuo.runtime.decision.DecisionTables;
import dev.continuo.runtime.decision.TableVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables as spreadsheets, and what changed between versions. */
@RestController
@RequestMapping("/api/v1/tables/{id}")
@Tag(name = "Rules")
class TableFileApi {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private final DecisionTables tables;

  TableFileApi(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * What came of a spreadsheet.
   *
   * @param revision the draft's revision; null where nothing could be read
   * @param findings what was assumed, and what does not map
   */
  record Taken(@Nullable Integer revision, List<Finding> findings) {}

  /** One change between two versions. */
  record Change(String words, TableChange change) {}

  @GetMapping(path = "/draft.xlsx", produces = XLSX)
  @Operation(summary = "The draft as a workbook that comes back without loss")
  ResponseEntity<byte[]> workbook(@PathVariable String id) {
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"" + id + ".xlsx\"")
        .body(Sheets.toXlsx(tables.draft(id).xml()));
  }

  @PutMapping(
      path = "/draft/file",
      consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, XLSX, "text/csv"})
  @Operation(
      summary = "Take a spreadsheet as the draft",
      description =
          "XLSX, XLS or CSV: our own layout without loss, classic rule tables and plain tables as far as they map; findings say what does not.")
  Taken take(
      @PathVariable String id,
      @RequestParam int revision,
      @RequestParam String name,
      @RequestBody byte[] file) {
    SheetReading read = Sheets.read(name, file, Optional.of(tables.draft(id).xml()));
    return read.dmnXml()
        .map(xml -> new Taken(tables.saveDraft(id, xml, revision).revision(), read.findings()))
        .orElseGet(() -> new Taken(null, read.findings()));
  }

  @GetMapping("/changes")
  @Operation(
      summary = "What changed cell by cell",
      description = "Without to, compared with the draft.")
  List<Change> changes(
      @PathVariable String id,
      @RequestParam int from,
      @RequestParam(required = false) @Nullable Integer to) {
    var after = to == null ? tables.draft(id).xml() : version(id, to).xml();
    return TableDiff.between(version(id, from).xml(), after).stream()
        .map(change -> new Change(change.words(), change))
        .toList();
  }

  private TableVersion version(String id, int number) {
    return tables.versions(id).stream()
        .filter(one -> one.version() == number)
        .findFirst()
        .orElseThrow(
            () -> new Problems.NotThere("The table '%s' has no version %d.".formatted(id, number)));
  }
}
