package dev.continuo.runtime.decision.backtest;

import dev.continuo.rules.replay.RecordedAnswer;
import java.util.Iterator;

/** Tells of each record that is taken. */
record Counted(Iterator<RecordedAnswer> answers, Runnable taken)
    implements Iterator<RecordedAnswer> {
  @Override
  public boolean hasNext() {
    return answers.hasNext();
  }

  @Override
  public RecordedAnswer next() {
    taken.run();
    return answers.next();
  }
}
