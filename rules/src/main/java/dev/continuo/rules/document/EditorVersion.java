package dev.continuo.rules.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version of DMN that the editor reads, 1.3. Models of 1.2, 1.4 and later that use nothing
 * newer say the same in it.
 */
public final class EditorVersion {
  private static final String VERSION = "20191111";
  private static final Pattern OTHER =
      Pattern.compile(
          "https?://www\\.omg\\.org/spec/DMN/(?:20180521|20211108|20230324|20240513)/(MODEL|DMNDI|FEEL)/");
  private static final List<String> NEWER =
      List.of("conditional", "filter", "for", "every", "some");

  private EditorVersion() {}

  /**
   * The model as the editor reads it; empty when it uses what came later.
   *
   * @throws UnreadableModel when the text is no DMN model
   */
  public static Optional<String> of(String dmnXml) {
    var root = SafeXml.parse(dmnXml).getDocumentElement();
    if (NEWER.stream().anyMatch(kind -> !Elements.all(root, kind).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        OTHER
            .matcher(dmnXml)
            .replaceAll(
                match -> "https://www.omg.org/spec/DMN/" + VERSION + "/" + match.group(1) + "/"));
  }
}
