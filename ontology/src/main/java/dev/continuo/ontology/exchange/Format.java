package dev.continuo.ontology.exchange;

/** How memory is written down. */
public enum Format {
  /** One named graph per source; comes back in whole. */
  TRIG("application/trig", "trig"),
  /** The same without named graphs; comes back in whole. */
  TURTLE("text/turtle", "ttl"),
  /** One statement a line with its graph; comes back in whole. */
  NQUADS("application/n-quads", "nq"),
  /** One object a line, for programs. */
  JSON_LINES("application/x-ndjson", "jsonl"),
  /** One fact a row, for spreadsheets; no cell is a formula. */
  CSV("text/csv", "csv");

  private final String mediaType;
  private final String extension;

  Format(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of a file's name, without the dot. */
  public String extension() {
    return extension;
  }
}
