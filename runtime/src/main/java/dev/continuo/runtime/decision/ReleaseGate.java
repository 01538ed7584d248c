package dev.continuo.runtime.decision;

import dev.continuo.rules.table.Finding;
import java.util.List;

/** Something that may speak against releasing a text. Beans of this type are asked. */
public interface ReleaseGate {
  /**
   * What speaks against it; an error stops the release unless its owner says why it does not count.
   */
  List<Finding> against(String tableId, String xml);
}
