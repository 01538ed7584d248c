package dev.continuo.runtime.document.angus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects defects, each code once. Grows while parts are read. Not for several threads. */
public final class Defects {
  private final Map<String, Defect> byCode = new LinkedHashMap<>();

  /** Notes a defect unless its code is known. */
  public void add(String code, String words) {
    byCode.putIfAbsent(code, new Defect(code, words));
  }

  /** What was found so far, in the order found. */
  public List<Defect> list() {
    return List.copyOf(byCode.values());
  }
}
