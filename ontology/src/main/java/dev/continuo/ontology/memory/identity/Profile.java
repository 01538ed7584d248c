package dev.continuo.ontology.memory.identity;

import java.util.List;
import java.util.Set;

/**
 * What is compared of an entity.
 *
 * @param names its label and other names
 * @param addresses e-mail addresses, lower case
 * @param domains its own domains and those of its addresses, lower case
 * @param phones digits only
 * @param claims ids of entities that were given a key of this one
 */
public record Profile(
    String id,
    String kind,
    List<String> names,
    Set<String> addresses,
    Set<String> domains,
    Set<String> phones,
    Set<String> claims) {
  public Profile {
    names = List.copyOf(names);
    addresses = Set.copyOf(addresses);
    domains = Set.copyOf(domains);
    phones = Set.copyOf(phones);
    claims = Set.copyOf(claims);
  }
}
