package dev.continuo.ontology.memory.identity;

import dev.continuo.ontology.memory.NameLikeness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Adds up what speaks for two entities being one: each sign leaves a share of the doubt, and the
 * shares multiply. One sign alone never reaches the threshold, except a key that both were given
 * together with a name, or the same name of an organisation.
 */
public final class Likeness {
  /** From here on a merge is proposed. */
  public static final double THRESHOLD = 0.75;

  private static final double CLAIMED = 0.6;
  private static final double SAME_PHONE = 0.5;
  private static final double SAME_PERSON_NAME = 0.65;
  private static final double SAME_HOUSE_NAME = 0.8;
  private static final double SAME_HOUSE_DOMAIN = 0.7;
  private static final double SAME_PERSON_DOMAIN = 0.35;
  private static final double SAME_LOCAL_PART = 0.3;
  private static final double MEANS_THE_SAME = 0.3;

  /** Mail houses say nothing about who works where. */
  private static final Set<String> PUBLIC_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "yahoo.com",
          "icloud.com",
          "me.com",
          "gmx.de",
          "gmx.net",
          "gmx.at",
          "web.de",
          "proton.me",
          "protonmail.com",
          "aol.com",
          "mail.ru",
          "yandex.ru",
          "t-online.de");

  private final NameLikeness names;
  private final List<String> reasons = new ArrayList<>();
  private double doubt = 1;

  private Likeness(NameLikeness names) {
    this.names = names;
  }

  /**
   * @param score 0 to 1
   * @param reasons one short sentence each, the strongest not necessarily first
   */
  public record Judgement(double score, List<String> reasons) {}

  /** How alike they are. */
  public static Judgement of(Profile a, Profile b, NameLikeness names) {
    var likeness = new Likeness(names);
    likeness.compare(a, b, a.kind().equals("org:Organization"));
    return new Judgement(1 - likeness.doubt, List.copyOf(likeness.reasons));
  }

  private void compare(Profile a, Profile b, boolean houses) {
    if (a.claims().contains(b.id()) || b.claims().contains(a.id())) {
      speaks(CLAIMED, "A source gave both the same key.");
    }
    compareNames(a, b, houses);
    var phones = common(a.phones(), b.phones());
    if (!phones.isEmpty()) {
      speaks(SAME_PHONE, "They share a phone number.");
    }
    var domains = common(a.domains(), b.domains());
    domains.removeAll(PUBLIC_MAIL);
    if (!domains.isEmpty()) {
      speaks(
          houses ? SAME_HOUSE_DOMAIN : SAME_PERSON_DOMAIN,
          "Both use " + domains.stream().sorted().findFirst().orElseThrow() + ".");
    }
    if (!houses && !Collections.disjoint(localParts(a), localParts(b))) {
      speaks(SAME_LOCAL_PART, "Their addresses begin alike.");
    }
  }

  private void compareNames(Profile a, Profile b, boolean houses) {
    double letters = 0;
    double sense = 0;
    for (var one : a.names()) {
      for (var other : b.names()) {
        letters = Math.max(letters, Names.likeness(one, other));
        sense = Math.max(sense, names.of(one, other));
      }
    }
    double weight = houses ? SAME_HOUSE_NAME : SAME_PERSON_NAME;
    if (letters >= 0.999) {
      speaks(weight, "They have the same name.");
    } else if (letters > 0.85) {
      speaks(
          weight * (letters - 0.7) / 0.3,
          String.format(Locale.ROOT, "Their names are %.0f %% alike.", letters * 100));
    }
    if (sense > 0.7) {
      speaks(MEANS_THE_SAME * Math.min(1, (sense - 0.7) / 0.25), "Their names mean the same.");
    }
  }

  private void speaks(double weight, String reason) {
    doubt *= 1 - weight;
    reasons.add(reason);
  }

  private static Set<String> localParts(Profile profile) {
    var parts = new java.util.HashSet<String>();
    profile.addresses().stream()
        .map(address -> address.substring(0, Math.max(0, address.indexOf('@'))))
        .filter(part -> part.length() > 3)
        .forEach(parts::add);
    return parts;
  }

  private static Set<String> common(Set<String> a, Set<String> b) {
    var both = new java.util.HashSet<>(a);
    both.retainAll(b);
    return both;
  }
}
