package dev.continuo.runtime.agent.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTests {

  /** A Wednesday. */
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 18);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We start on 2027-01-04 | 2027-01-04",
        "The show is on 12 March | 2027-03-12",
        "The show is on the 12th of March 2028 | 2028-03-12",
        "It opens March 3rd, 2027 | 2027-03-03",
        "your bill of 3 November | 2026-11-03",
        "due by 3 November | 2027-11-03",
        "Deadline is 05.12. so hurry | 2026-12-05",
        "It was signed on 30.09.2026 | 2026-09-30",
        "We open on 25/01/2027 | 2027-01-25",
        "We open on 01/25/2027 | 2027-01-25",
        "Please answer before Monday | 2026-11-23",
        "See you on Wednesday | 2026-11-25",
        "next Friday works | 2026-11-27",
        "this Friday works | 2026-11-20",
        "we met last Tuesday | 2026-11-17",
        "Tomorrow at noon | 2026-11-19",
        "in two weeks | 2026-12-02",
        "within 10 days | 2026-11-28",
        "29 February would be fun | 2028-02-29",
      })
  void findsTheDay(String text, LocalDate day) {
    List<FoundDate> dates = dates(text);

    assertThat(dates).extracting(FoundDate::date).containsExactly(day);
    FoundDate date = dates.getFirst();
    assertThat(text.substring(date.start(), date.end())).isEqualTo(date.quote());
  }

  @Test
  void tellsADeadlineFromADay() {
    assertThat(dates("Send it before Friday.").getFirst().relation()).isEqualTo("before");
    assertThat(dates("Let us meet Friday.").getFirst().relation()).isEqualTo("on");
    assertThat(dates("I am away from Friday.").getFirst().relation()).isEqualTo("after");
  }

  @Test
  void readsWeeksAndMonthsAsSpansOfDays() {
    FoundDate week = dates("Any time next week suits us.").getFirst();
    FoundDate month = dates("We launch at the end of March.").getFirst();

    assertThat(week.date()).isEqualTo("2026-11-23");
    assertThat(week.until()).isEqualTo("2026-11-29");
    assertThat(month.date()).isEqualTo("2027-03-24");
    assertThat(month.until()).isEqualTo("2027-03-31");
  }

  @Test
  void saysWhenDayAndMonthCouldBeSwapped() {
    assertThat(dates("on 04/05/2027").getFirst())
        .satisfies(d -> assertThat(d.unsure()).isTrue())
        .satisfies(d -> assertThat(d.date()).isEqualTo("2027-05-04"));
    assertThat(dates("on 04/05/2027, for $900").getFirst().date()).isEqualTo("2027-04-05");
  }

  @ParameterizedTest
  @CsvSource({
    "Version 2.1.3 and 24/7 support",
    "31.02.2027 does not exist",
    "Phone 555-0134 is free",
    "may I ask something"
  })
  void findsNoDayWhereThereIsNone(String text) {
    assertThat(dates(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "around €1.200,00 net | EUR | 1200 | 1200",
        "around EUR 1,200.50 net | EUR | 1200.50 | 1200.50",
        "it is 8-10 k EUR for us | EUR | 8000 | 10000",
        "our budget is about 8-10 k | - | 8000 | 10000",
        "between 4 and 6 thousand pounds | GBP | 4000 | 6000",
        "you billed 3 and 500 euros extra | EUR | 500 | 500",
        "paid £45 and 12 people came | GBP | 45 | 45",
        "from $5k to $7k | USD | 5000 | 7000",
        "NOK 120 000 at most | NOK | 120000 | 120000",
        "CHF 12'500 for all | CHF | 12500 | 12500",
        "12,5k euros | EUR | 12500 | 12500",
        "it costs 1.500 € a month | EUR | 1500 | 1500",
        "about 9 500 kr in all | NOK | 9500 | 9500",
        "1.2 million dollars | USD | 1200000 | 1200000",
      })
  void findsMoney(String text, String currency, BigDecimal from, BigDecimal to) {
    List<FoundMoney> money = extract(text, "kari@fjord.no").money();

    assertThat(money).hasSize(1);
    assertThat(money.getFirst().currency()).isEqualTo(currency);
    assertThat(money.getFirst().from()).isEqualByComparingTo(from);
    assertThat(money.getFirst().to()).isEqualByComparingTo(to);
    assertThat(text.substring(money.getFirst().start(), money.getFirst().end()))
        .isEqualTo(money.getFirst().quote());
  }

  @ParameterizedTest
  @CsvSource({
    "We are 12 people in 3 offices",
    "Invoice 20261104 of 2026",
    "about 5 k users visit us"
  })
  void findsNoMoneyWhereThereIsNone(String text) {
    assertThat(extract(text, "a@b.com").money()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call me on +49 170 555 01 34. | +491705550134",
        "Tel: 030 5550 1340 | 03055501340",
        "(212) 555-0134 is my desk | 2125550134",
        "+47 22 55 01 34 | +4722550134",
        "0044 20 7946 0134 | +442079460134",
        "m: +44 (0)20 7946 0134 | +442079460134",
      })
  void findsPhones(String text, String number) {
    assertThat(extract(text, "a@b.com").phones())
        .extracting(FoundPhone::number)
        .containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({
    "Invoice 0012345678 is open",
    "on 2026-11-18 12 people came",
    "IBAN DE02 1203 0000 0000 2020 51"
  })
  void findsNoPhoneWhereThereIsNone(String text) {
    assertThat(extract(text, "a@b.com").phones()).isEmpty();
  }

  @Test
  void readsTheOrganisationFromTheSignature() {
    String text =
        "Could you help us?\n\nBest regards,\nIda Storm\nHead of Sales\nNordlys Media AS\n+47 22 55 01 34";

    FoundOrganisation organisation = extract(text, "ida@nordlysmedia.no").organisation();

    assertThat(organisation.name()).isEqualTo("Nordlys Media AS");
    assertThat(organisation.domain()).isEqualTo("nordlysmedia.no");
    assertThat(organisation.where()).isNotNull();
    assertThat(text.substring(organisation.where().start(), organisation.where().end()))
        .isEqualTo("Nordlys Media AS");
  }

  @Test
  void readsTheOrganisationFromTheIntroductionOrTheDomain() {
    assertThat(
            extract("Hello, I am Tom from Harbour Lane Books and we need a shop.", "tom@gmail.com")
                .organisation())
        .isEqualTo(
            new FoundOrganisation(
                "Harbour Lane Books", null, new Span("Harbour Lane Books", 21, 39)));
    assertThat(extract("We need a shop.", "tom@harbour-lane.co.uk").organisation())
        .isEqualTo(new FoundOrganisation("Harbour Lane", "harbour-lane.co.uk", null));
    assertThat(extract("We need a shop.", "tom@gmail.com").organisation()).isNull();
  }

  @Test
  void leavesOutWhatWasQuotedFromAnEarlierMail() {
    String text =
        "Yes, Friday is fine.\n\nOn 3 May 2026 at 10:00, Ann wrote:\n> it costs EUR 900 on Monday";

    Extraction extraction = extract(text, "a@b.com");

    assertThat(extraction.money()).isEmpty();
    assertThat(extraction.dates()).extracting(FoundDate::quote).containsExactly("Friday");
  }

  @Test
  void splitsSentencesWithoutGreetingAndSignOff() {
    String text =
        "Hi Anna,\n\nwe are a bakery in Bergen. Could you build\na shop for us?\n\nThanks\nOle";

    assertThat(extract(text, "a@b.com").sentences())
        .extracting(Span::quote)
        .containsExactly("we are a bakery in Bergen.", "Could you build\na shop for us?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Could you send us a price for ten chairs?",
        "en | Price list please",
        "en | Is the Schloss project in München still open, and would you have time in May?",
        "de | Könnten Sie uns bitte ein Angebot für zehn Stühle schicken?",
        "de | Wir suchen jemanden, der unsere Webseite neu baut.",
        "fr | Pourriez-vous nous envoyer un devis pour dix chaises ?",
        "es | Necesitamos una página web para nuestra tienda, ¿cuánto cuesta?",
        "it | Vorremmo un preventivo per il nostro sito, grazie.",
        "pt | Gostaríamos de um orçamento para o nosso site, obrigado.",
        "nl | Kunt u ons een offerte sturen voor onze nieuwe website?",
        "no | Hei, vi ønsker et tilbud på ny nettside. Når kan dere begynne?",
        "sv | Hej, vi behöver en ny webbplats och undrar vad det kostar.",
        "pl | Dzień dobry, czy mogą Państwo przesłać nam ofertę?",
        "fi | Hei, voisitteko lähettää meille tarjouksen? Kiitos.",
        "ru | Здравствуйте, сколько стоит новый сайт?",
        "ja | 見積もりをお願いします。",
        "el | Καλημέρα, πόσο κοστίζει;",
      })
  void tellsTheLanguage(String language, String text) {
    assertThat(extract(text, "a@b.com").language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 ", "A", "\n>", "( ", "A ", "1.", "kr 1", "\n", "from A ", "on 1 ", "- "})
  void readsEndlesslyRepeatedTextSoon(String piece) {
    String text = piece.repeat(60_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Extraction.from(text, text, "a@b.com", RECEIVED));
  }

  private static List<FoundDate> dates(String text) {
    return extract(text, "a@b.com").dates();
  }

  private static Extraction extract(String text, String sender) {
    return Extraction.from("", text, sender, RECEIVED);
  }
}
