package dev.continuo.ontology.memory;

/** Where the memory's Neo4j answers. */
public record MemoryAddress(String boltUri, String user, String password) {

  @Override
  public String toString() {
    return "MemoryAddress[" + boltUri + ", " + user + "]";
  }
}
