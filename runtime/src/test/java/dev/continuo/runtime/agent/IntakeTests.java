package dev.continuo.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.continuo.runtime.agent.text.FoundDate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTests {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
  private static final String TEXT =
      """
      Hi Kari,

      I am planning to renew the website of our hotel and hope you can take it on.
      Our budget is 8-10 k EUR and we would like to open it before 12 March.

      Best regards,
      Ida Storm
      Fjord Hotel AS
      +47 22 55 01 34
      """;

  @Test
  void readsAWholeInquiry() {
    IntakeRecord lead = Models.intake().read(mail("New website", TEXT), OSLO);

    assertThat(lead.kind()).isEqualTo(RequestKind.PROJECT_INQUIRY);
    assertThat(lead.kindReason()).contains("project inquiry");
    assertThat(lead.request()).isNotNull();
    assertThat(lead.request().quote()).startsWith("I am planning to renew");
    assertThat(lead.organisation())
        .isNotNull()
        .satisfies(o -> assertThat(o.name()).isEqualTo("Fjord Hotel AS"))
        .satisfies(o -> assertThat(o.domain()).isEqualTo("fjordhotel.no"));
    assertThat(lead.amount()).isEqualByComparingTo("10000");
    assertThat(lead.money().getFirst().currency()).isEqualTo("EUR");
    assertThat(lead.dates())
        .extracting(FoundDate::date, FoundDate::relation)
        .containsExactly(tuple(LocalDate.of(2027, 3, 12), "before"));
    assertThat(lead.phones().getFirst().number()).isEqualTo("+4722550134");
    assertThat(lead.language()).isEqualTo("en");
  }

  @Test
  void quotesOnlyWhatStandsInTheText() {
    for (LabelledMail mail : LabelledMail.read("mails-dev.txt")) {
      IntakeRecord lead = Models.intake().read(mail.input(), OSLO);
      lead.dates().forEach(d -> stands(mail.text(), d.quote(), d.start(), d.end()));
      lead.money().forEach(m -> stands(mail.text(), m.quote(), m.start(), m.end()));
      lead.phones().forEach(p -> stands(mail.text(), p.quote(), p.start(), p.end()));
      if (lead.request() != null) {
        stands(mail.text(), lead.request().quote(), lead.request().start(), lead.request().end());
      }
    }
  }

  @Test
  void saysThatItReadsEnglishOnly() {
    IntakeRecord lead =
        Models.intake()
            .read(
                mail("Anfrage", "Guten Tag, wir suchen jemanden für unsere neue Webseite."), OSLO);

    assertThat(lead.kind()).isEqualTo(RequestKind.UNCLEAR);
    assertThat(lead.kindReason()).contains("German").contains("only English");
    assertThat(lead.notes()).anyMatch(n -> n.contains("German"));
  }

  @Test
  void saysWhenAMailResemblesNothing() {
    IntakeRecord lead =
        Models.intake().read(mail("zebra", "Quartz crystals hum beneath violet marmalade."), OSLO);

    assertThat(lead.kind()).isEqualTo(RequestKind.UNCLEAR);
    assertThat(lead.kindReason()).isNotBlank();
  }

  @Test
  void readsAMailWithoutAnything() {
    IntakeRecord lead =
        Models.intake()
            .read(
                new IntakeInput(
                    "",
                    "",
                    null,
                    "",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    "",
                    null,
                    List.of(),
                    List.of("No sender."),
                    "",
                    ""),
                OSLO);

    assertThat(lead.kind()).isEqualTo(RequestKind.UNCLEAR);
    assertThat(lead.sender().name()).isEqualTo("Unknown sender");
    assertThat(lead.notes()).contains("No sender.");
  }

  @Test
  void keepsLongTextsShortInTheVariable() {
    IntakeRecord lead = Models.intake().read(mail("Long", "We need help. ".repeat(2_000)), OSLO);

    assertThat(lead.text()).hasSize(4_000);
    assertThat(lead.notes()).anyMatch(n -> n.contains("long"));
  }

  @Test
  void comesBackFromAVariableAsItWas() {
    IntakeRecord lead = Models.intake().read(mail("New website", TEXT), OSLO);

    Map<String, Object> variable = Contracts.INTAKE_RECORD.variable(lead);

    assertThat(variable).containsEntry("kind", "project-inquiry");
    assertThat(Contracts.INTAKE_RECORD.of(Map.of("lead", variable), "lead")).isEqualTo(lead);
  }

  @Test
  void refusesARecordThatBreaksItsSchema() {
    Map<String, Object> variable =
        new HashMap<>(
            Contracts.INTAKE_RECORD.variable(
                Models.intake().read(mail("New website", TEXT), OSLO)));
    variable.put("kind", "love-letter");

    assertThatThrownBy(() -> Contracts.INTAKE_RECORD.of(Map.of("lead", variable), "lead"))
        .isInstanceOf(ContractBroken.class)
        .hasMessageContaining("kind");
    assertThatThrownBy(() -> Contracts.INTAKE_RECORD.of(Map.of(), "lead"))
        .isInstanceOf(ContractBroken.class)
        .hasMessageContaining("missing");
  }

  @Test
  void learnsFromTheOperatorsOwnExamples(@TempDir Path folder) throws Exception {
    RequestExamples examples = new RequestExamples(folder);
    Intake intake = new Intake(Models.MINI_LM, examples);
    IntakeInput mail = mail("Honey", "Could I fetch two jars of your heather honey at the gate?");
    RequestKind before = intake.read(mail, OSLO).kind();

    examples.saveOwn(
        """
        ## price-request
        - I would like to fetch a jar of honey at the gate.
        - Do you still have heather honey in jars?
        """);

    assertThat(before).isNotEqualTo(RequestKind.PRICE_REQUEST);
    assertThat(intake.read(mail, OSLO).kind()).isEqualTo(RequestKind.PRICE_REQUEST);
    assertThat(Files.readString(folder.resolve("examples.md"))).contains("heather");
  }

  @Test
  void refusesExamplesOfAnUnknownKind(@TempDir Path folder) {
    RequestExamples examples = new RequestExamples(folder);

    assertThatThrownBy(() -> examples.saveOwn("## poems\n- Roses are red"))
        .isInstanceOf(ExamplesRefused.class)
        .hasMessageContaining("poems");
    assertThat(examples.ownText()).isEmpty();
  }

  @Test
  void shipsEnoughExamplesOfEveryKind() {
    List<RequestExamples.Example> all = new RequestExamples(Path.of("target")).all();

    for (RequestKind kind : RequestKind.values()) {
      assertThat(all).filteredOn(e -> e.kind() == kind).hasSizeGreaterThanOrEqualTo(8);
    }
    for (String file : List.of("mails-dev.txt", "mails-test.txt")) {
      for (LabelledMail mail : LabelledMail.read(file)) {
        assertThat(all).noneMatch(e -> mail.text().replace('\n', ' ').contains(e.text()));
      }
    }
  }

  private static void stands(String text, String quote, int start, int end) {
    assertThat(text.substring(start, end)).isEqualTo(quote);
  }

  private static IntakeInput mail(String subject, String text) {
    return new IntakeInput(
        "Ida Storm",
        "Ida@FjordHotel.no",
        null,
        subject,
        Instant.parse("2026-11-18T09:00:00Z"),
        Instant.parse("2026-11-18T09:00:05Z"),
        text,
        null,
        List.of(),
        List.of(),
        "d".repeat(64),
        "<1@fjordhotel.no>");
  }
}
