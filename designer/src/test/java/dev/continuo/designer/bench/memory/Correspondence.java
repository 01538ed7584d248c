package dev.continuo.designer.bench.memory;

import dev.continuo.ontology.memory.EntityRef;
import dev.continuo.ontology.memory.Episode;
import dev.continuo.ontology.memory.Evidence;
import dev.continuo.ontology.memory.FactProposal;
import dev.continuo.ontology.memory.FactValue;
import dev.continuo.ontology.memory.SourceRank;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mails of a growing business, each made from its number alone: one client for twenty mails. */
final class Correspondence {
  private static final Instant START = Instant.parse("2024-01-02T08:00:00Z");
  private static final String[] FIRST =
      "Ada Bo Cyril Dana Emre Fay Gus Hana Ivo Jill Kim Lena Milo Nora Otis Pia Quin Rosa Sven Tess"
          .split(" ");
  private static final String[] SYLLABLE =
      "bar lin tos ver mak dol ren sut hal gor pem nis kal dru fen".split(" ");
  private static final String[] THING =
      "website,brochure,annual report,podcast,photo series,shop,app,exhibition,catalogue,film"
          .split(",");
  private static final String[] WISH = {
    "We would like the colours calmer and the type larger than last time.",
    "The board wants to see a first draft before the summer party.",
    "Please keep the images light because half of our readers are on the train.",
    "Our translator needs the texts a week earlier than you planned.",
    "The old supplier kept the files, so we start from paper.",
    "Legal asked that every page names the responsible editor.",
    "Could the invoice be split between two cost centres this time?",
    "We moved the launch because the printer is closed in August."
  };

  private Correspondence() {}

  /** A mail with what it says. */
  record Mail(Episode episode, List<FactProposal> facts) {}

  static String client(int number) {
    int n = number / 20;
    var name = new StringBuilder();
    for (int i = 0, left = n * 7 + 3; i < 3; i++, left /= SYLLABLE.length) {
      name.append(SYLLABLE[left % SYLLABLE.length]);
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return FIRST[n % FIRST.length] + " " + name + (n / 3000 > 0 ? " " + n / 3000 : "");
  }

  static Mail mail(int number) {
    var random = new Random(number);
    String name = client(number);
    String address = "client" + number / 20 + "@c" + number / 20 + ".example";
    Instant at = START.plus(Duration.ofMinutes(11L * number));
    String thing = THING[random.nextInt(THING.length)];
    int amount = 500 + 50 * random.nextInt(200);
    String from = "From: " + name + " <" + address + ">";
    String price = "Our budget for the " + thing + " is EUR " + amount + ".";
    String wish = WISH[random.nextInt(WISH.length)];
    String text =
        from
            + "\nSubject: The "
            + thing
            + " no "
            + number
            + "\n\nHello,\n"
            + price
            + " "
            + wish
            + "\nIt is order number "
            + number
            + " of ours.\nBest, "
            + name;
    var person = new EntityRef("schema:Person", "mailto:" + address, name);
    var request =
        new EntityRef(
            "continuo:Request", "request:bench-" + number, "The " + thing + " no " + number);
    var facts = new ArrayList<FactProposal>();
    facts.add(fact(person, "schema:name", new FactValue.Text(name), from));
    facts.add(fact(person, "schema:email", new FactValue.Text(address), from));
    facts.add(fact(request, "continuo:requestKind", new FactValue.Text("quote"), price));
    facts.add(fact(request, "continuo:requestedBy", new FactValue.Ref(person), from));
    facts.add(
        fact(
            request,
            "continuo:amount",
            new FactValue.Money(BigDecimal.valueOf(amount), "EUR"),
            price));
    facts.add(
        fact(
            person,
            "vcard:role",
            new FactValue.Text(random.nextInt(5) == 0 ? "head of " + thing : "buyer"),
            from));
    return new Mail(
        new Episode("bench:" + number, "mail", at, null, "The " + thing + " no " + number, text),
        facts);
  }

  private static FactProposal fact(
      EntityRef subject, String predicate, FactValue value, String quote) {
    return new FactProposal(
        subject, predicate, value, null, 0.9, Evidence.of(quote), SourceRank.MAIL);
  }

  /** What sort of a question that number is. */
  static String sort(int number) {
    return List.of("slot", "search of one", "search of all", "slot then", "wish of one")
        .get(number % 5);
  }

  /** A question of one of five sorts about the first {@code size} mails. */
  static String question(int number, int size) {
    int mail = new Random(31L * number).nextInt(size);
    String name = client(mail);
    return switch (number % 5) {
      case 0 -> "What is the role of " + name + "?";
      case 1 -> "What did " + name + " say about the " + THING[number % THING.length] + "?";
      case 2 -> "Who asked to keep the images light for readers on the train?";
      case 3 -> "What was the role of " + name + " on 3 March 2024?";
      default -> "What did " + name + " want changed about the launch?";
    };
  }
}
