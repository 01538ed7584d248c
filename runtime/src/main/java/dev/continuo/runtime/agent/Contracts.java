package dev.continuo.runtime.agent;

/** The published contracts of the roles. */
public final class Contracts {

  /** The process variable {@code lead}. */
  public static final Contract<IntakeRecord> INTAKE_RECORD =
      Contract.of("intake-record", IntakeRecord.class);

  private Contracts() {}
}
