package dev.continuo.designer.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where it was measured, and how busy that place was. */
record Machine(int cores, double memoryGiB, String jdk, double loadBefore, double loadAfter) {

  static Machine now() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double gib = Math.round(system.getTotalMemorySize() / 1024.0 / 1024 / 1024 * 10) / 10.0;
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        gib,
        Runtime.version().toString(),
        load(),
        Double.NaN);
  }

  Machine after() {
    return new Machine(cores, memoryGiB, jdk, loadBefore, load());
  }

  private static double load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return Math.round(load * 100) / 100.0;
  }

  Map<String, Object> json() {
    var map = new LinkedHashMap<String, Object>();
    map.put("cores", cores);
    map.put("memoryGiB", memoryGiB);
    map.put("jdk", jdk);
    map.put("loadBefore", loadBefore);
    map.put("loadAfter", loadAfter);
    return map;
  }
}
