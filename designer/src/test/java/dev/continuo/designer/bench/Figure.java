package dev.continuo.designer.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One result.
 *
 * @param baseline the bare engine's figure of the same run, or null
 * @param target what to hold, or null
 * @param lower whether a smaller value is the better one
 * @param min of the rounds, or null
 * @param max of the rounds, or null
 */
public record Figure(
    String id,
    double value,
    String unit,
    Double baseline,
    Double target,
    boolean lower,
    Double min,
    Double max) {

  public static Figure of(String id, double value, String unit) {
    return new Figure(id, value, unit, null, null, true, null, null);
  }

  public static Figure of(String id, Samples rounds, String unit) {
    return new Figure(id, rounds.median(), unit, null, null, true, rounds.min(), rounds.max());
  }

  public Figure beside(double bare) {
    return new Figure(id, value, unit, bare, target, lower, min, max);
  }

  public Figure atMost(double bound) {
    return new Figure(id, value, unit, baseline, bound, true, min, max);
  }

  public Figure atLeast(double bound) {
    return new Figure(id, value, unit, baseline, bound, false, min, max);
  }

  Boolean ok() {
    if (target == null) {
      return null;
    }
    return lower ? value <= target : value >= target;
  }

  Map<String, Object> json() {
    var map = new LinkedHashMap<String, Object>();
    map.put("id", id);
    map.put("value", rounded(value));
    map.put("unit", unit);
    put(map, "baseline", baseline);
    put(map, "target", target);
    if (target != null) {
      map.put("ok", ok());
    }
    put(map, "min", min);
    put(map, "max", max);
    return map;
  }

  private static void put(Map<String, Object> map, String name, Double number) {
    if (number != null) {
      map.put(name, rounded(number));
    }
  }

  private static Double rounded(double number) {
    return Double.isFinite(number) ? Math.round(number * 1000) / 1000.0 : null;
  }
}
