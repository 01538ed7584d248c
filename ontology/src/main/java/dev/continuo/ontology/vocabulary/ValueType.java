package dev.continuo.ontology.vocabulary;

/** What the object of a predicate is. */
public enum ValueType {
  TEXT("http://www.w3.org/2001/XMLSchema#string"),
  NUMBER("http://www.w3.org/2001/XMLSchema#decimal"),
  MONEY("https://continuo.dev/ns#money"),
  DATE("http://www.w3.org/2001/XMLSchema#date"),
  MOMENT("http://www.w3.org/2001/XMLSchema#dateTime"),
  FLAG("http://www.w3.org/2001/XMLSchema#boolean"),
  /** Another entity; it has no datatype. */
  REF("");

  private final String datatype;

  ValueType(String datatype) {
    this.datatype = datatype;
  }

  /** IRI of the literal's datatype, empty for {@link #REF}. */
  public String datatype() {
    return datatype;
  }
}
