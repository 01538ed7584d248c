package dev.continuo.ontology.recall;

/** A question that cannot be answered as it stands; asking it again will not help. */
public final class QuestionRefused extends RuntimeException {

  QuestionRefused(String what, String why, String fix) {
    super(what + ". " + why + ". " + fix);
  }

  public String code() {
    return "question-refused";
  }
}
