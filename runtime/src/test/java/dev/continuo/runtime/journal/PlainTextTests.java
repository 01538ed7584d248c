package dev.continuo.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {
  @Test
  void outsideTextStaysOneLine() {
    assertThat(PlainText.line(" Quote\r\n- 10:00:00 Forged\u0000 line\u2028here ", 100))
        .isEqualTo("Quote - 10:00:00 Forged line here");
  }

  @Test
  void directionMarksAndBrokenCharactersGo() {
    assertThat(PlainText.line("safe\u202egpj.exe\u200b \ud83d x \ud83d\ude00", 100))
        .isEqualTo("safegpj.exe x \ud83d\ude00");
  }

  @Test
  void longTextIsCutWithAMark() {
    assertThat(PlainText.line("x".repeat(500), 10)).isEqualTo("x".repeat(9) + "…");
  }

  @Test
  void markdownInOutsideTextIsOnlyText() {
    assertThat(PlainText.name("*[click](http://x)* <img> `a`"))
        .isEqualTo("\\*\\[click\\](http://x)\\* \\<img\\> \\`a\\`");
  }
}
