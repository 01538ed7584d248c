package dev.continuo.ontology.exchange;

/** A question in SPARQL is not answered. */
public final class QuestionRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public QuestionRefused(String why, String fix) {
    super("The question was not asked: " + why + " " + fix);
  }

  /** Stable name of this error. */
  public String code() {
    return "question-refused";
  }
}
