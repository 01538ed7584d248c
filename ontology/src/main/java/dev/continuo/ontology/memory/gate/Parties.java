package dev.continuo.ontology.memory.gate;

import dev.continuo.ontology.memory.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which entity each reference means: by its key; else by exactly one entity of the same
 * kind behind its other keys; else it is a new one. A second key that belongs to somebody else is
 * never taken over, only noted.
 */
final class Parties {

  private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:\\S+");
  private static final int LONGEST_LABEL = 300;

  private final Map<String, Party> byKey = new LinkedHashMap<>();
  private final List<Party> parties = new ArrayList<>();
  private final Map<String, KnownEntity> known;

  Parties(Map<String, KnownEntity> known) {
    this.known = known;
  }

  /** Every key that may identify one of these references, in the order in which to lock them. */
  static TreeSet<String> keys(Stream<EntityRef> references) {
    var keys = new TreeSet<String>();
    references.forEach(
        reference -> {
          keys.add(reference.key());
          reference.aliases().stream().filter(Parties::isKey).forEach(keys::add);
        });
    return keys;
  }

  /** The party that a reference means; of another kind when the key belongs to something else. */
  Party party(EntityRef reference) {
    var party = find(reference);
    if (!party.kind().equals(reference.kind())) {
      return party;
    }
    party.addKey(reference.key());
    byKey.put(reference.key(), party);
    for (var alias : reference.aliases()) {
      if (isKey(alias)) {
        claim(alias, party);
      } else {
        party.addAlias(clean(alias, alias));
      }
    }
    var label = clean(reference.label(), reference.key());
    if (!label.equals(party.label())) {
      party.addAlias(label);
    }
    return party;
  }

  List<Party> all() {
    return parties;
  }

  private Party find(EntityRef reference) {
    var owner = owner(reference.key());
    if (owner != null) {
      return owner;
    }
    var others =
        reference.aliases().stream()
            .filter(Parties::isKey)
            .map(this::owner)
            .filter(Objects::nonNull)
            .filter(party -> party.kind().equals(reference.kind()))
            .distinct()
            .toList();
    return others.size() == 1 ? others.getFirst() : create(reference);
  }

  private Party create(EntityRef reference) {
    var party =
        new Party(
            Ids.of("e-", reference.kind() + " " + reference.key()),
            reference.kind(),
            clean(reference.label(), reference.key()),
            true);
    parties.add(party);
    return party;
  }

  private @Nullable Party owner(String key) {
    var party = byKey.get(key);
    var entity = known.get(key);
    if (party != null || entity == null) {
      return party;
    }
    var stored =
        parties.stream()
            .filter(p -> p.id().equals(entity.id()))
            .findFirst()
            .orElseGet(
                () -> {
                  var p = new Party(entity.id(), entity.kind(), entity.label(), false);
                  parties.add(p);
                  return p;
                });
    byKey.put(key, stored);
    return stored;
  }

  private void claim(String key, Party party) {
    var owner = owner(key);
    if (owner == null || owner == party) {
      party.addKey(key);
      byKey.put(key, party);
    } else {
      party.mayBe(owner.id(), key);
    }
  }

  private static boolean isKey(String alias) {
    return WITH_SCHEME.matcher(alias).matches() && Sieve.isKey(alias);
  }

  private static String clean(String text, String otherwise) {
    var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    var label = line.isEmpty() ? otherwise : line;
    return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
  }

  /** One entity in a write. */
  static final class Party {

    private final String id;
    private final String kind;
    private final String label;
    private final boolean fresh;
    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> aliases = new TreeSet<>();
    private final Map<String, String> maybeSame = new LinkedHashMap<>();

    private Party(String id, String kind, String label, boolean fresh) {
      this.id = id;
      this.kind = kind;
      this.label = label;
      this.fresh = fresh;
    }

    String id() {
      return id;
    }

    String kind() {
      return kind;
    }

    String label() {
      return label;
    }

    boolean isNew() {
      return fresh;
    }

    /** The one it was first named by comes first. */
    Set<String> keys() {
      return keys;
    }

    Set<String> aliases() {
      return aliases;
    }

    /** Entity id by the key that both were given. */
    Map<String, String> maybeSame() {
      return maybeSame;
    }

    private void addKey(String key) {
      keys.add(key);
    }

    private void addAlias(String alias) {
      aliases.add(alias);
    }

    private void mayBe(String otherId, String key) {
      maybeSame.put(otherId, key);
    }
  }
}
