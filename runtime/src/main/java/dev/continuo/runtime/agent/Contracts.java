package dev.continuo.runtime.agent;

/** The published contracts of the roles. */
final class Contracts {

  static final Contract<IntakeRecord> INTAKE_RECORD =
      Contract.of("intake-record", IntakeRecord.class);

  private Contracts() {}
}
