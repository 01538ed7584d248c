package dev.continuo.runtime.engine.console;

/**
 * One thing the doctor looked at.
 *
 * @param why empty when all is well
 * @param fix what to do about it, empty when all is well
 */
record Finding(boolean well, String what, String why, String fix) {

  static Finding well(String what) {
    return new Finding(true, what, "", "");
  }

  static Finding ill(String what, String why, String fix) {
    return new Finding(false, what, why, fix);
  }

  String words() {
    return well
        ? "ok       " + what
        : "PROBLEM  " + what + "\n         Why: " + why + "\n         Do:  " + fix;
  }
}
