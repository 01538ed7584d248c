package dev.continuo.runtime.engine.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemorySizeTests {

  @Test
  void takesASizeAndRefusesWhatWouldBeAnotherOption() {
    assertThat(MemorySize.of("HEAP", null, "256m")).isEqualTo("256m");
    assertThat(MemorySize.of("HEAP", " ", "256m")).isEqualTo("256m");
    assertThat(MemorySize.of("HEAP", "1g", "256m")).isEqualTo("1g");
    assertThatThrownBy(() -> MemorySize.of("HEAP", "1g\nserver.http.enabled=true", "256m"))
        .hasMessageContaining("HEAP")
        .hasMessageContaining("Give it as");
  }
}
