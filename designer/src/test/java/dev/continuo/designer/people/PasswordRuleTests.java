package dev.continuo.designer.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTests {
  private static final String NAME = "Nora Lindqvist";
  private static final String EMAIL = "nora@studio.example";

  @Test
  void aShortSentenceIsAGoodPassword() {
    assertThat(PasswordRule.allHold("a calm river in May", NAME, EMAIL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "aaaaaaaaaaaaaaaa",
        "abababababababab",
        "abcdefghijklmnop",
        "ponmlkjihgfedcba",
        "my password is this",
        "lindqvist at the lake",
        "studio by the river"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(PasswordRule.allHold(password, NAME, EMAIL)).isFalse();
  }

  @Test
  void countsCharactersNotBytes() {
    assertThat(PasswordRule.LONG.holds("äöüßéèêñçæøå", NAME, EMAIL)).isTrue();
    assertThat(PasswordRule.LONG.holds("😀😀😀😀😀😀", NAME, EMAIL)).isFalse();
  }
}
