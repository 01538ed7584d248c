package dev.continuo.designer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.continuo.runtime.effect.Sender;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The house as drawn in docs/architecture.md, held against the code. */
class ModularityTests {
  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "dev.continuo.designer",
                "dev.continuo.runtime",
                "dev.continuo.rules",
                "dev.continuo.ontology");
  }

  @Test
  void everyFeatureKeepsItsDoorsAndNoArrowGoesBack() {
    var modules = ApplicationModules.of(Continuo.class);
    assertThat(modules.stream().map(module -> module.getBasePackage().getName()))
        .contains(
            "dev.continuo.runtime.flow",
            "dev.continuo.runtime.effect",
            "dev.continuo.runtime.approval",
            "dev.continuo.rules.table",
            "dev.continuo.ontology.memory");
    modules.verify();
  }

  @Test
  void aPlantedCircleIsFound() {
    var planted = ApplicationModules.of("dev.continuo.planted.circle", location -> true);
    assertThatThrownBy(planted::verify).isInstanceOf(Violations.class).hasMessageContaining("ycle");
  }

  @Test
  void aPlantedWayAroundTheChokePointIsFound() {
    var smuggler = new ClassFileImporter().importPackages("dev.continuo.planted.sender");
    assertThat(onlyEffectSends().evaluate(smuggler).hasViolation()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sentences")
  void holds(String sentence, ArchRule rule) {
    rule.check(house);
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        sentence("only effect calls a sender", onlyEffectSends()),
        sentence(
            "rules stand alone",
            noClasses()
                .that()
                .resideInAPackage("dev.continuo.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "dev.continuo.ontology..",
                    "dev.continuo.runtime..",
                    "dev.continuo.designer..",
                    "org.springframework..")
                .because("a decision must be testable without the house around it")),
        sentence(
            "ontology stands alone",
            noClasses()
                .that()
                .resideInAPackage("dev.continuo.ontology..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "dev.continuo.rules..",
                    "dev.continuo.runtime..",
                    "dev.continuo.designer..",
                    "org.springframework..")
                .because("memory outlives the application that writes it")),
        sentence(
            "runtime knows no page",
            noClasses()
                .that()
                .resideInAPackage("dev.continuo.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.continuo.designer..", "com.vaadin..")
                .because("everything must work without the browser")),
        product("Zeebe", "io.camunda..", "..zeebe.."),
        product("Drools", "org.kie..", "..drools.."),
        product("Jena", "org.apache.jena..", "..jena.."),
        product("Neo4j", "org.neo4j..", "..neo4j.."),
        product("ONNX", "ai.onnxruntime..", "..onnx.."),
        product("jsoup", "org.jsoup..", "..jsoup..", "dev.continuo.designer.."), // Vaadin's own API
        product("Spring AI's models", "org.springframework.ai.chat..", "..springai.."),
        product("OpenAI's client", "com.openai..", "..springai.."),
        product("iCal4j", "net.fortuna..", "..ical4j.."),
        product("Angus Mail", "jakarta.mail..", "..angus.."),
        product("Tika", "org.apache.tika..", "..engine.tika.."),
        arrow("document", "filing", "flow", "connector", "agent"),
        arrow("filing", "flow", "connector", "agent"),
        arrow("journal", "flow", "decision", "budget", "approval", "effect", "connector", "agent"),
        arrow("flow", "decision", "budget", "approval", "effect", "connector", "agent"),
        arrow("decision", "budget", "approval", "effect", "connector", "agent"),
        arrow("budget", "approval", "effect", "connector", "agent", "recall"),
        arrow("approval", "effect", "connector", "agent"),
        arrow("effect", "connector", "agent"),
        arrow("connector", "agent"));
  }

  private static ArchRule onlyEffectSends() {
    return noClasses()
        .that(not(resideInAPackage("dev.continuo.runtime.effect")))
        .should()
        .callMethodWhere(
            describe(
                "send something",
                call ->
                    call.getName().equals("send")
                        && call.getTargetOwner().isAssignableTo(Sender.class)))
        .because("nothing leaves the house around the gate and the ledger");
  }

  private static Arguments product(String product, String itsPackage, String... ours) {
    return sentence(
        product + " is imported in one kind of place",
        classes()
            .that(resideInAnyPackage("dev.continuo..").and(not(resideInAnyPackage(ours))))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(itsPackage)))
            .because("a product can be exchanged where only its adapter knows it"));
  }

  private static Arguments arrow(String from, String... above) {
    var packages =
        Stream.of(above).map(name -> "dev.continuo.runtime." + name + "..").toArray(String[]::new);
    return sentence(
        from + " does not look up",
        noClasses()
            .that()
            .resideInAPackage("dev.continuo.runtime." + from + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages)
            .because("arrows in the house go one way"));
  }

  private static Arguments sentence(String words, ArchRule rule) {
    return Arguments.of(words, rule);
  }
}
