package dev.continuo.runtime.agent.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTests {

  private MiniLm model;

  @BeforeAll
  void load() {
    model = MiniLm.load(Path.of("target", "native"));
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void putsSentencesOfTheSameMeaningCloserThanOthers() {
    float[] price = model.embed("How much would a new website cost us?");
    float[] quote = model.embed("Please send me a quote for rebuilding our web page.");
    float[] cat = model.embed("The cat slept on the warm stones all afternoon.");

    assertThat(MiniLm.similarity(price, quote)).isGreaterThan(0.4);
    assertThat(MiniLm.similarity(price, cat)).isLessThan(0.2);
  }

  @Test
  void givesVectorsOfLengthOne() {
    float[] vector = model.embed("Could we meet on Tuesday?");

    assertThat(vector).hasSize(MiniLm.DIMENSIONS);
    assertThat(MiniLm.similarity(vector, vector)).isCloseTo(1, within(1e-5));
    assertThat(model.dimensions()).isEqualTo(MiniLm.DIMENSIONS);
  }

  @Test
  void givesTheSameVectorAloneAndInAList() {
    String text = "Our invoice was paid twice.";

    assertThat(model.embed(List.of("Something else entirely, and longer than that.", text)).get(1))
        .isEqualTo(model.embed(text));
  }

  @Test
  void readsEmptyAndVeryLongTexts() {
    assertThat(model.embed("")).hasSize(MiniLm.DIMENSIONS);
    assertThat(model.embed("a long letter ".repeat(5_000))).hasSize(MiniLm.DIMENSIONS);
  }
}
