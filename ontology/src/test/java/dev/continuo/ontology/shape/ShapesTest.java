package dev.continuo.ontology.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.continuo.ontology.vocabulary.EntityKind;
import dev.continuo.ontology.vocabulary.Predicate;
import dev.continuo.ontology.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {

  private static final String SCHEMA = "https://schema.org/";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private final Shapes shapes = Shapes.shipped();

  @ParameterizedTest
  @CsvSource({
    "Person, email, not an address, This is not an e-mail address.",
    "Person, telephone, call me maybe, This is not a phone number.",
    "Person, name, '', 'A person has one name at a time, of 1 to 300 characters.'",
  })
  void saysInPlainWordsWhatIsWrong(String kind, String predicate, String value, String message) {
    var violations =
        shapes.check(
            List.of(
                Statement.type("urn:x:1", SCHEMA + kind),
                text("urn:x:1", SCHEMA + predicate, value)));

    assertThat(violations)
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.focus()).isEqualTo("urn:x:1");
              assertThat(violation.path()).isEqualTo(SCHEMA + predicate);
              assertThat(violation.message()).isEqualTo(message);
            });
  }

  @Test
  void acceptsAPersonWithUsualData() {
    assertThat(
            shapes.check(
                List.of(
                    Statement.type("urn:x:1", SCHEMA + "Person"),
                    text("urn:x:1", SCHEMA + "name", "Jane Doe"),
                    text("urn:x:1", SCHEMA + "email", "jane@acme.example"),
                    text("urn:x:1", SCHEMA + "telephone", "+49 (0) 30 1234-56"),
                    text("urn:x:1", SCHEMA + "telephone", "(030) 1234 ext. 56"))))
        .isEmpty();
  }

  @Test
  void refusesTwoNamesAtOneInstant() {
    assertThat(
            shapes.check(
                List.of(
                    Statement.type("urn:x:1", SCHEMA + "Person"),
                    text("urn:x:1", SCHEMA + "name", "Jane Doe"),
                    text("urn:x:1", SCHEMA + "name", "Joan Doe"))))
        .extracting(Violation::message)
        .containsExactly("A person has one name at a time, of 1 to 300 characters.");
  }

  @Test
  void refusesToEmployAPersonAtAPerson() {
    assertThat(
            shapes.check(
                List.of(
                    Statement.type("urn:x:1", SCHEMA + "Person"),
                    Statement.type("urn:x:2", SCHEMA + "Person"),
                    new Statement("urn:x:1", SCHEMA + "worksFor", new Term.Thing("urn:x:2")))))
        .extracting(Violation::message)
        .containsExactly("A person works for one organisation at a time.");
  }

  @Test
  void speaksOnlyOfTermsThatTheVocabularyHas() throws IOException {
    var vocabulary = Vocabulary.shipped();
    var known =
        Stream.concat(
                vocabulary.predicates().stream().map(Predicate::curie),
                vocabulary.kinds().stream().map(EntityKind::curie))
            .collect(Collectors.toSet());
    var turtle = resource("/dev/continuo/ontology/shape/shapes.ttl");
    var assertion = turtle.indexOf("continuo:PersonShape");

    var used =
        Pattern.compile("sh:(?:path|class|targetClass) ([a-z]+:[A-Za-z]+)")
            .matcher(turtle.substring(assertion))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(used).hasSizeGreaterThan(40);
    assertThat(known).containsAll(used);
    assertThat(turtle.split("sh:path ")).hasSameSizeAs(turtle.split("sh:message "));
  }

  private static String resource(String name) throws IOException {
    try (var stream = ShapesTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Statement text(String subject, String predicate, String value) {
    return new Statement(subject, predicate, new Term.Literal(value, XSD + "string"));
  }
}
