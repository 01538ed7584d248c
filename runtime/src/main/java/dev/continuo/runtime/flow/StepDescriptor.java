package dev.continuo.runtime.flow;

import java.util.List;

/**
 * One entry of the closed step catalogue: the single source of the palette entry, the validation,
 * the documentation page and the job type.
 *
 * @param id stable, kebab-case, unique in the catalogue
 * @param title what the owner reads in the palette
 * @param group the palette's heading
 * @param icon a Vaadin Lumo/Aura icon name
 * @param effectClass how far the step reaches
 * @param lane the worker capacity it runs on
 * @param retry what happens when it breaks unexpectedly
 * @param inputs variables it reads
 * @param outputs variables it writes
 * @param docs one or two sentences for the owner: what it does and what it never does
 */
public record StepDescriptor(
    String id,
    String title,
    String group,
    String icon,
    EffectClass effectClass,
    Lane lane,
    RetryClass retry,
    List<StepPort> inputs,
    List<StepPort> outputs,
    String docs) {

  public StepDescriptor {
    if (!id.matches("[a-z][a-z0-9-]{1,60}")) {
      throw new IllegalArgumentException("A step id is kebab-case, not '" + id + "'");
    }
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** The Zeebe job type, {@code continuo.<lane>.<id>}. */
  public String jobType() {
    return "continuo." + lane.word() + "." + id;
  }
}
