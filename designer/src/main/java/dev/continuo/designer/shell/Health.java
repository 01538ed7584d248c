package dev.continuo.designer.shell;

import java.util.List;

/** How the engines are; behind the dot in the frame. */
public interface Health {
  /** One line per engine, in a steady order. */
  List<Line> lines();

  /**
   * One engine.
   *
   * @param name as the owner knows it
   * @param state how it is
   * @param words one short sentence
   */
  record Line(String name, State state, String words) {}

  /** From well to not. */
  enum State {
    WELL,
    STARTING,
    DOWN
  }
}
