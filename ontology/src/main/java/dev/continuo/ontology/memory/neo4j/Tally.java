package dev.continuo.ontology.memory.neo4j;

/** What an operation finds out about itself while it runs. */
final class Tally {
  private int staleDropped;

  void dropped(int stale) {
    staleDropped += stale;
  }

  int staleDropped() {
    return staleDropped;
  }
}
