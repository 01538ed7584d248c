package dev.continuo.ontology.memory;

import java.util.List;

/**
 * Names a person, an organisation, a request ... by what the source knows of it.
 *
 * <p>The {@code key} decides which entity is meant; an alias that is itself a key (it has a scheme,
 * such as {@code mailto:} or {@code domain:}) is a second key, any other alias is only another name
 * to search by. Names never merge two entities.
 *
 * @param kind a kind of the vocabulary, for instance {@code schema:Person}
 * @param key for instance {@code mailto:jane@acme.example}, {@code domain:acme.example}, {@code
 *     request:<message-id>}; compared as it is, so mail addresses and domains come in lower case
 * @param label what a person reads
 */
public record EntityRef(String kind, String key, String label, List<String> aliases) {

  public EntityRef {
    aliases = List.copyOf(aliases);
  }

  public EntityRef(String kind, String key, String label) {
    this(kind, key, label, List.of());
  }
}
