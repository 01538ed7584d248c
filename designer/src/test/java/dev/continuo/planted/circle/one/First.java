package dev.continuo.planted.circle.one;

import dev.continuo.planted.circle.two.Second;

/** Half of a circle on purpose. */
public class First {
  Second second = new Second();
}
