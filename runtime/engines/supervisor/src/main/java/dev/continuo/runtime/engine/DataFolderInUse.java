package dev.continuo.runtime.engine;

import java.nio.file.Path;

/** Another Continuo holds this data folder. Trying again helps only after that one has stopped. */
public final class DataFolderInUse extends EngineProblem {

  DataFolderInUse(Path folder) {
    super(
        "The data folder " + folder + " is in use.",
        "Another Continuo runs on it, and two on one folder would destroy each other's data.",
        "Stop the other one with `./continuo stop --data "
            + folder
            + "`, or choose another folder with --data.");
  }

  @Override
  public String code() {
    return "data-folder-in-use";
  }
}
