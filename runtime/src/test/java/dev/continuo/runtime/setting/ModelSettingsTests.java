package dev.continuo.runtime.setting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.runtime.setting.ModelAccount.Provider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSettingsTests {
  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(findings(Provider.OPENAI, "http://models.example/v1", " ", "../x", 0, -1, 1))
        .hasSize(6)
        .allMatch(finding -> finding.startsWith("Premium model: "))
        .anyMatch(finding -> finding.contains("unprotected"))
        .anyMatch(finding -> finding.contains("two prices"));
    for (String address : List.of("models", "ftp://x/y", "https://user@x/", "https://x/?k=1")) {
      assertThat(findings(Provider.OPENAI, address, "m", "", 1, 1, 100))
          .as(address)
          .anyMatch(finding -> finding.contains("not an address"));
    }
    assertThat(findings(Provider.OPENAI, "http://localhost.evil.example/", "m", "", 1, 1, 100))
        .as("only this machine is this machine")
        .hasSize(1);
  }

  @Test
  void whatRunsHereNeedsNeitherProtectionNorPrice() {
    assertThat(findings(Provider.OLLAMA, "http://localhost:11434", "m", "", 0, 0, 100)).isEmpty();
    assertThat(findings(Provider.OPENAI, "http://127.0.0.1:8000/v1", "m", "", 0, 0, 100)).isEmpty();
  }

  @Test
  void aPartOfATokensPriceIsRoundedUp() {
    var model = new ModelAccount(Provider.OPENAI, "https://x", "m", "", 150, 600, 100);
    assertThat(model.micros(1, 0)).isEqualTo(1);
    assertThat(model.micros(1_000, 1_000)).isEqualTo(750);
    assertThat(model.micros(0, 0)).isZero();
  }

  private static List<String> findings(
      Provider provider, String address, String model, String secret, long in, long out, int most) {
    var findings = new ArrayList<String>();
    ModelFindings.add(
        "Premium model",
        new ModelAccount(provider, address, model, secret, in, out, most),
        findings);
    return findings;
  }
}
