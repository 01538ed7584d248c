package dev.continuo.runtime.agent;

import dev.continuo.runtime.agent.onnx.MiniLm;
import java.nio.file.Path;

/** One sentence model for all tests of a JVM. */
final class Models {

  static final MiniLm MINI_LM = MiniLm.load(Path.of("target", "native"));

  private Models() {}

  private static final Intake INTAKE =
      new Intake(MINI_LM, new RequestExamples(Path.of("target", "no-examples")));

  /** An intake with the shipped examples only. */
  static Intake intake() {
    return INTAKE;
  }
}
