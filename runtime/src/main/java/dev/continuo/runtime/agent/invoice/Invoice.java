package dev.continuo.runtime.agent.invoice;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invoice that is not paid: the process variable {@code invoice}.
 *
 * @param number as it stands on the invoice
 * @param client who is to pay
 * @param email where reminders go
 * @param amount what is open
 * @param currency three letters
 * @param due the day by which it was to be paid
 * @param standing of the client: {@code new}, {@code known}, {@code trusted} or {@code blocked}
 */
record Invoice(
    String number,
    String client,
    String email,
    BigDecimal amount,
    String currency,
    LocalDate due,
    String standing) {
  static final String VARIABLE = "invoice";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final Set<String> STANDINGS = Set.of("new", "known", "trusted", "blocked");

  /** What is missing or wrong in the variable, as clauses. */
  static final class Incomplete extends Exception {
    private static final long serialVersionUID = 1L;

    Incomplete(List<String> missing) {
      super(String.join("; ", missing));
    }
  }

  static Invoice of(Map<String, Object> variables) throws Incomplete {
    Map<?, ?> given = variables.get(VARIABLE) instanceof Map<?, ?> map ? map : Map.of();
    List<String> missing = new ArrayList<>();
    String number = text(given, "number", 60);
    String client = text(given, "client", 120);
    String email = text(given, "email", 320);
    String currency = text(given, "currency", 10).toUpperCase(Locale.ROOT);
    String standing = text(given, "standing", 20).toLowerCase(Locale.ROOT);
    Optional<BigDecimal> amount = amount(given.get("amount"));
    Optional<LocalDate> due = day(text(given, "due", 10));
    need(missing, !number.isEmpty(), "number is empty");
    need(missing, !client.isEmpty(), "client is empty");
    need(missing, email.matches("[^\\s<>,;@]+@[^\\s<>,;@]+"), "email is not an address");
    need(missing, amount.isPresent(), "amount is not a number above zero");
    need(missing, due.isPresent(), "due is not a day such as 2026-11-20");
    need(missing, currency.matches("|[A-Z]{3}"), "currency is not three letters");
    need(
        missing,
        standing.isEmpty() || STANDINGS.contains(standing),
        "standing is none of new, known, trusted, blocked");
    if (!missing.isEmpty()) {
      throw new Incomplete(missing);
    }
    return new Invoice(
        number,
        client,
        email,
        amount.orElseThrow(),
        currency.isEmpty() ? "EUR" : currency,
        due.orElseThrow(),
        standing.isEmpty() ? "known" : standing);
  }

  private static void need(List<String> missing, boolean holds, String otherwise) {
    if (!holds) {
      missing.add(otherwise);
    }
  }

  private static String text(Map<?, ?> given, String name, int longest) {
    String line = Objects.toString(given.get(name), "").replaceAll("[\\s\\p{Cc}]+", " ").strip();
    return line.length() <= longest ? line : line.substring(0, longest);
  }

  private static Optional<BigDecimal> amount(@Nullable Object value) {
    try {
      BigDecimal amount = new BigDecimal(Objects.toString(value, ""));
      return amount.signum() > 0 && amount.precision() < 16 && Math.abs(amount.scale()) < 10
          ? Optional.of(amount)
          : Optional.empty();
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Days past due; below zero before it. */
  long daysOverdue(LocalDate today) {
    return ChronoUnit.DAYS.between(due, today);
  }

  static LocalDate today(ZoneId zone) {
    return LocalDate.now(zone);
  }

  /** "EUR 1,200.00". */
  String money() {
    return currency
        + " "
        + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(amount);
  }

  /** "20 November 2026". */
  String dueWords() {
    return DAY.format(due);
  }

  /**
   * The variable as the table and the flow read it.
   *
   * @param remindersSent letters and calls so far
   * @param threadKey what replies are known by
   */
  Map<String, Object> variable(LocalDate today, int remindersSent, String threadKey) {
    Map<String, Object> variable = new LinkedHashMap<>();
    variable.put("number", number);
    variable.put("client", client);
    variable.put("email", email);
    variable.put("amount", amount);
    variable.put("currency", currency);
    variable.put("due", due.toString());
    variable.put("standing", standing);
    variable.put("daysOverdue", daysOverdue(today));
    variable.put("remindersSent", remindersSent);
    variable.put("threadKey", threadKey);
    return variable;
  }
}
