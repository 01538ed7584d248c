package dev.continuo.runtime.setting;

import dev.continuo.runtime.setting.ModelAccount.Provider;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a model as it was typed. */
final class ModelFindings {
  private static final int LONGEST = 200;

  private ModelFindings() {}

  static void add(String which, @Nullable ModelAccount model, List<String> findings) {
    if (model == null) {
      return;
    }
    if (model.model().isBlank() || model.model().length() > LONGEST) {
      findings.add(which + ": its name is missing or too long.");
    }
    if (!address(model.baseUrl())) {
      findings.add(which + ": '" + model.baseUrl() + "' is not an address of a server.");
    } else if (!model.baseUrl().startsWith("https://") && !model.here()) {
      findings.add(
          which + ": an unprotected connection is only allowed to this machine; use https.");
    }
    if (!model.secretName().matches("[a-z0-9-]{0,80}")) {
      findings.add(which + ": its key has a name that is not allowed.");
    }
    if (model.microsPerThousandIn() < 0 || model.microsPerThousandOut() < 0) {
      findings.add(which + ": a price is not below zero.");
    }
    if (model.provider() != Provider.OLLAMA
        && !model.here()
        && (model.microsPerThousandIn() == 0 || model.microsPerThousandOut() == 0)) {
      findings.add(
          which + ": without its two prices nothing can be counted; copy them from its provider.");
    }
    if (model.microsPerThousandIn() > 1_000_000_000
        || model.microsPerThousandOut() > 1_000_000_000) {
      findings.add(which + ": a price above EUR 1,000 for 1,000 tokens is a mistake.");
    }
    if (model.maxTokens() < 16 || model.maxTokens() > 32_000) {
      findings.add(
          which + ": an answer may have 16 to 32,000 tokens, not " + model.maxTokens() + ".");
    }
  }

  private static boolean address(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && text.matches("https?://.*");
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }
}
