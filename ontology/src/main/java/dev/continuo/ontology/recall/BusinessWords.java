package dev.continuo.ontology.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other words in which people ask for what a business remembers, by a word of the slot's label. */
final class BusinessWords {

  private static final Map<String, List<String>> ALSO =
      Map.ofEntries(
          also(
              "employer",
              "company works for",
              "who employs",
              "employed by",
              "where does work",
              "job at"),
          also("works", "employer", "company", "who employs", "employed by", "works at"),
          also(
              "role",
              "position held",
              "job title",
              "what job does",
              "what does do",
              "responsibility"),
          also("title", "position held", "role", "called"),
          also("city", "town lives in", "where is based", "located in", "home town", "place"),
          also("location", "where is", "based in", "located", "place"),
          also("address", "where lives", "street", "located at", "based at"),
          also("country", "nation", "where from"),
          also("phone", "telephone number", "number to call", "mobile"),
          also("mail", "e-mail address", "write to", "reach by mail"),
          also("email", "e-mail address", "write to", "reach by mail"),
          also("rate", "charge per hour", "how much does cost", "price of an hour", "hourly fee"),
          also("fee", "how much charge", "price", "cost", "how much paid"),
          also("price", "how much does cost", "fee", "charge"),
          also("amount", "how much money", "price", "budget", "value", "sum", "cost"),
          also("budget", "how much money", "spend at most", "amount"),
          also("salary", "how much earns", "pay", "wage"),
          also("terms", "days to pay", "pay an invoice within", "when must be paid"),
          also("payment", "days to pay", "pay an invoice", "paid by"),
          also("discount", "rebate", "percent off", "price reduction"),
          also("notice", "cancel the contract", "terminate", "days before ending"),
          also("renewal", "renews", "extended", "prolonged"),
          also("jurisdiction", "court", "governing law", "which law applies"),
          also("cap", "at most", "upper limit", "maximum"),
          also("channel", "like to be contacted", "prefer to be reached", "best way to reach"),
          also("prefers", "preference", "likes", "wants", "contacted"),
          also("preferred", "likes", "wants", "prefers"),
          also("language", "speaks", "writes in", "correspond in"),
          also("manager", "boss", "reports to", "who leads", "supervisor"),
          also("contact", "whom to ask", "person to reach", "who answers"),
          also("owner", "belongs to", "who owns", "responsible"),
          also("status", "state", "how does it stand", "is it still open"),
          also("state", "status", "how does it stand", "is it still open"),
          also("phase", "stage", "how far", "step"),
          also("stage", "phase", "how far", "step"),
          also("due", "deadline", "by when", "when is it due", "due date"),
          also("deadline", "due date", "by when", "when is it due"),
          also("priority", "how urgent", "importance"),
          also("plan", "subscription", "package", "tier"),
          also("tier", "plan", "subscription", "level"),
          also("supplier", "vendor", "who delivers", "buys from"),
          also("bank", "account", "iban", "pay to"),
          also("name", "called", "what is the name"),
          also("subject", "what is it about", "topic"),
          also("domain", "web site", "internet address"),
          also("belongs", "member of", "part of"),
          also("partner", "married to", "works with", "associate"),
          also("project", "works on", "assignment", "engagement"));

  private BusinessWords() {}

  /** For each of those labels, the other words for it. */
  static List<String> of(List<String> labels) {
    var also = new ArrayList<String>();
    for (String label : labels) {
      for (String word : EnglishWords.words(label)) {
        also.addAll(ALSO.getOrDefault(word, List.of()));
      }
    }
    return also;
  }

  private static Map.Entry<String, List<String>> also(String word, String... others) {
    return Map.entry(word, List.of(others));
  }
}
