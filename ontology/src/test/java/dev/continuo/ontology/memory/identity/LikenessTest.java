package dev.continuo.ontology.memory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.memory.NameLikeness;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  @Test
  void aSharedNameAloneDoesNotMakeTwoPeopleOne() {
    assertThat(
            score(
                person("a", "John Smith", "john@one.example"),
                person("b", "John Smith", "js@two.example")))
        .isLessThan(Likeness.THRESHOLD);
  }

  @Test
  void theSameNameAtTheSameHouseIsProposed() {
    assertThat(
            score(
                person("a", "Jane Doe", "jane@acme.example"),
                person("b", "Doe, Jane", "j.doe@acme.example")))
        .isGreaterThan(Likeness.THRESHOLD);
  }

  @Test
  void aPublicMailHouseSaysNothing() {
    assertThat(
            score(
                person("a", "Jane Doe", "jane@gmail.com"),
                person("b", "Jane Doe", "doe@gmail.com")))
        .isLessThan(Likeness.THRESHOLD);
  }

  @Test
  void colleaguesAreNotOne() {
    assertThat(
            score(
                person("a", "Jane Doe", "jane@acme.example"),
                person("b", "Bob Miller", "bob@acme.example")))
        .isLessThan(Likeness.THRESHOLD);
  }

  @ParameterizedTest
  @CsvSource({"Acme GmbH, ACME", "Müller & Söhne KG, Muller Sohne", "The Acme Ltd., Acme Limited"})
  void legalFormsAndAccentsDoNotCount(String a, String b) {
    assertThat(score(house("a", a, ""), house("b", b, ""))).isGreaterThan(Likeness.THRESHOLD);
  }

  @Test
  void aTypingErrorIsProposedWhenTheDomainIsTheSame() {
    assertThat(
            score(
                house("a", "Acme Trading", "acme.example"),
                house("b", "Amce Trading", "acme.example")))
        .isGreaterThan(Likeness.THRESHOLD);
    assertThat(score(house("a", "Acme Trading", ""), house("b", "Amce Trading", "")))
        .isLessThan(Likeness.THRESHOLD);
  }

  @Test
  void whatSoundsAlikeToAModelCounts() {
    var a = person("a", "Bob Miller", "bob@acme.example");
    var b = person("b", "Robert Miller", "robert.miller@acme.example");
    double without = score(a, b);

    assertThat(Likeness.of(a, b, (one, other) -> 0.96).score()).isGreaterThan(without);
  }

  @Test
  void givesItsReasons() {
    assertThat(
            Likeness.of(
                    person("a", "Jane Doe", "jane@acme.example"),
                    person("b", "Jane Doe", "doe@acme.example"),
                    NameLikeness.none())
                .reasons())
        .containsExactly("They have the same name.", "Both use acme.example.");
  }

  private static double score(Profile a, Profile b) {
    double there = Likeness.of(a, b, NameLikeness.none()).score();
    assertThat(Likeness.of(b, a, NameLikeness.none()).score()).isEqualTo(there);
    return there;
  }

  private static Profile person(String id, String name, String address) {
    return new Profile(
        id,
        "schema:Person",
        List.of(name),
        Set.of(address),
        Set.of(address.substring(address.indexOf('@') + 1)),
        Set.of(),
        Set.of());
  }

  private static Profile house(String id, String name, String domain) {
    return new Profile(
        id,
        "org:Organization",
        List.of(name),
        Set.of(),
        domain.isEmpty() ? Set.of() : Set.of(domain),
        Set.of(),
        Set.of());
  }
}
