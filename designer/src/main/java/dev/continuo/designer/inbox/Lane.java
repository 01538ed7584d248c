package dev.continuo.designer.inbox;

import dev.continuo.runtime.approval.CardKind;
import java.util.EnumSet;
import java.util.Set;

/** A part of the inbox: cards that ask for like things, or those that were answered. */
enum Lane {
  ALL("All", EnumSet.allOf(CardKind.class)),
  OUT("Going out", EnumSet.of(CardKind.EFFECT, CardKind.OUTCOME)),
  TASKS("Tasks", EnumSet.of(CardKind.TASK)),
  MEMORY("Memory", EnumSet.of(CardKind.MEMORY)),
  STUCK("Stuck", EnumSet.of(CardKind.STUCK, CardKind.MESSAGE, CardKind.GUARD)),
  ANSWERED("Answered", EnumSet.noneOf(CardKind.class));

  private final String words;
  private final Set<CardKind> kinds;

  Lane(String words, Set<CardKind> kinds) {
    this.words = words;
    this.kinds = Set.copyOf(kinds);
  }

  String words() {
    return words;
  }

  /** The kinds of its cards; none for what was answered. */
  Set<CardKind> kinds() {
    return kinds;
  }
}
