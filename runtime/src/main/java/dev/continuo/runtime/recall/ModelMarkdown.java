package dev.continuo.runtime.recall;

import java.util.regex.Pattern;

/**
 * What a model wrote, as text that can only be read: a picture or a link could carry out of the
 * house what the model was shown.
 */
final class ModelMarkdown {
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\s*\\([^)]*\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^\\s*\\[[^\\]]+]:.*$");
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?:)//|\\bwww\\.");

  private ModelMarkdown() {}

  static String plain(String said) {
    String text = REFERENCE.matcher(said).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = text.replace("![", "[").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return ADDRESS.matcher(text).replaceAll("").strip();
  }
}
