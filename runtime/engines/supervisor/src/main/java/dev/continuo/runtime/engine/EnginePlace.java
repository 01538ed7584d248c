package dev.continuo.runtime.engine;

/** Where an engine comes from: a child process of ours, or a server that somebody else runs. */
public sealed interface EnginePlace {

  /**
   * A supervised child process.
   *
   * @param port the port for clients, or 0 to pick a free one and to keep it in the data folder
   */
  record Managed(int port) implements EnginePlace {}

  /** A PostgreSQL server that is already there, with a database for Continuo alone. */
  record ExternalPostgres(String jdbcUrl, String user, String password) implements EnginePlace {}

  /**
   * A Zeebe or Camunda 8 cluster that is already there.
   *
   * @param grpc gateway, as {@code http://host:26500}
   * @param actuator monitoring address, as {@code http://host:9600}
   */
  record ExternalZeebe(String grpc, String actuator) implements EnginePlace {}

  /** A Neo4j server or cluster that is already there. */
  record ExternalNeo4j(String boltUri, String user, String password) implements EnginePlace {}
}
