package dev.continuo.planted.circle.two;

import dev.continuo.planted.circle.one.First;

/** The other half. */
public class Second {
  First[] firsts = {};
}
