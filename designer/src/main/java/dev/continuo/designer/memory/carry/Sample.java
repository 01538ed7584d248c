package dev.continuo.designer.memory.carry;

/** Questions to begin with; each runs as it stands. */
enum Sample {
  PEOPLE(
      "Who works where",
      """
      SELECT ?person ?role ?house WHERE {
        ?who a schema:Person ; rdfs:label ?person .
        OPTIONAL { ?who vcard:role ?role }
        OPTIONAL { ?who schema:worksFor ?place . ?place rdfs:label ?house }
      } ORDER BY ?person"""),
  PROMISES(
      "Promises and when they are due",
      """
      SELECT ?promise ?due ?state WHERE {
        ?commitment a vf:Commitment ; rdfs:label ?promise .
        OPTIONAL { ?commitment vf:due ?due }
        OPTIONAL { ?commitment continuo:state ?state }
      } ORDER BY ?due"""),
  HISTORY(
      "What is not believed any more",
      """
      SELECT ?sentence ?until WHERE {
        GRAPH ?source {
          ?assertion a continuo:Assertion ; rdfs:comment ?sentence ; continuo:recordedTo ?until
        }
      } ORDER BY DESC(?until) LIMIT 50"""),
  SOURCES(
      "Facts by source",
      """
      SELECT ?title (COUNT(?assertion) AS ?facts) WHERE {
        GRAPH ?source { ?assertion a continuo:Assertion ; prov:hadPrimarySource ?episode }
        GRAPH ?place { ?episode a continuo:Episode ; dcterms:title ?title }
      } GROUP BY ?title ORDER BY DESC(?facts) LIMIT 50"""),
  ANYONE(
      "Is anyone known without an address",
      """
      ASK {
        ?who a schema:Person .
        FILTER NOT EXISTS { ?who schema:email ?address }
      }""");

  private final String words;
  private final String sparql;

  Sample(String words, String sparql) {
    this.words = words;
    this.sparql = sparql;
  }

  String words() {
    return words;
  }

  String sparql() {
    return sparql;
  }
}
