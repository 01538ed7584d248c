package dev.continuo.runtime.engine;

import java.nio.file.Path;

/** The data folder cannot be created, read or written. */
public final class DataFolderUnusable extends EngineProblem {

  DataFolderUnusable(Path folder, Exception cause) {
    super(
        "The data folder " + folder + " cannot be used.",
        cause.getClass().getSimpleName() + ": " + cause.getMessage() + ".",
        "Check that the folder exists or can be created, that it belongs to you and that the disk is not full.");
    initCause(cause);
  }

  @Override
  public String code() {
    return "data-folder-unusable";
  }
}
