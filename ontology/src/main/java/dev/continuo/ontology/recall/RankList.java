package dev.continuo.ontology.recall;

/** One way of ranking texts for a question. */
public enum RankList {
  /** Shared words, weighed by how rare they are. */
  WORDS,
  /** Closeness in meaning to the question as it was asked, of the text or its closest piece. */
  MEANING,
  /** The same of the text as a whole. */
  WHOLE,
  /** Closeness in meaning to what the question is about, without names and asking words. */
  SUBJECT,
  /** A walk over the names that texts share, from what is close in meaning. */
  GRAPH,
  /** The people that the question names. */
  NAMES,
  /** The same people nearby: who asks and who answers speak in turns. */
  AROUND,
  /** How far from the opening of its session: greetings and the agenda say every subject once. */
  PLACE,
  /** Shared words with the whole session or thread that a text is part of. */
  GROUP,
  /** How much is said at all. */
  LENGTH
}
