package dev.continuo.ontology.exchange;

import dev.continuo.ontology.memory.Archive;
import dev.continuo.ontology.memory.Archive.ArchivedActivity;
import dev.continuo.ontology.memory.Archive.ArchivedConfirmation;
import dev.continuo.ontology.memory.Archive.ArchivedEntity;
import dev.continuo.ontology.memory.Archive.ArchivedEpisode;
import dev.continuo.ontology.memory.Archive.ArchivedFact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each fact as a row. */
final class CsvRows implements Archive.Reader {
  private final Writer out;
  private final Map<String, String> labels = new HashMap<>();

  CsvRows(OutputStream out) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    row(
        "fact",
        "subject",
        "subject id",
        "predicate",
        "value",
        "valid from",
        "valid to",
        "recorded from",
        "recorded to",
        "confidence",
        "rank",
        "source",
        "quote",
        "sentence");
  }

  @Override
  public void entity(ArchivedEntity entity) {
    labels.put(entity.id(), entity.label());
  }

  @Override
  public void episode(ArchivedEpisode episode) {
    // a fact names its source
  }

  @Override
  public void activity(ArchivedActivity activity) {
    // not for a spreadsheet
  }

  @Override
  public void fact(ArchivedFact f) {
    row(
        f.factId(),
        labels.get(f.subjectId()),
        f.subjectId(),
        f.predicate(),
        f.value().words(),
        f.validFrom(),
        f.validTo(),
        f.recordedFrom(),
        f.recordedTo(),
        f.confidence(),
        f.rank(),
        f.episodeKey(),
        f.evidence().quote(),
        f.sentence());
  }

  @Override
  public void confirmation(ArchivedConfirmation confirmation) {
    // not for a spreadsheet
  }

  void flush() throws IOException {
    out.flush();
  }

  private void row(@Nullable Object... cells) {
    try {
      out.write(Csv.line(Arrays.asList(cells)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
