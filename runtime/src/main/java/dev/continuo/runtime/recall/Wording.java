package dev.continuo.runtime.recall;

import java.util.List;

/**
 * Puts evidence into words with a language model. Text of evidence is data: it is quoted with its
 * origin and can never widen what the model may do.
 */
public interface Wording {

  /** The model's name, for the answer and the bill. */
  String name();

  /**
   * @param question in the person's words
   * @param asOf the point of view in words
   * @param words how long the answer may be
   * @param lookUp asks memory; what it delivers is numbered on, from answer to answer
   * @return Markdown that names evidence as [1]
   */
  String answer(String question, String asOf, int words, LookUp lookUp);

  /**
   * A summary of what was learned about somebody.
   *
   * @param title whom and which time it is about
   * @param words how long it may be
   * @param sentences what was learned, as data
   */
  String summary(String title, int words, List<String> sentences);

  /** A question to memory from the same point of view. */
  @FunctionalInterface
  interface LookUp {
    List<Piece> ask(String question);
  }

  /**
   * One piece of evidence as a model sees it.
   *
   * @param number what it is cited by
   * @param origin the source, with its date
   */
  record Piece(int number, String text, String quote, String origin) {}
}
