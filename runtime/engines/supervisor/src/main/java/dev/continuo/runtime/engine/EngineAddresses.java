package dev.continuo.runtime.engine;

/**
 * How clients reach the engines. The text of an engine that was not asked for is empty.
 *
 * @param jdbcUrl {@code jdbc:postgresql://127.0.0.1:port/continuo}
 * @param zeebeGrpc gateway for the client, {@code http://127.0.0.1:port}
 * @param zeebeRest monitoring (actuator) address, {@code http://127.0.0.1:port}
 * @param boltUri {@code bolt://127.0.0.1:port}
 */
public record EngineAddresses(
    String jdbcUrl,
    String dbUser,
    String dbPassword,
    String zeebeGrpc,
    String zeebeRest,
    String boltUri,
    String neo4jUser,
    String neo4jPassword) {

  /** Without the passwords, which have no place in a log. */
  @Override
  public String toString() {
    return "EngineAddresses["
        + jdbcUrl
        + ", "
        + zeebeGrpc
        + ", "
        + zeebeRest
        + ", "
        + boltUri
        + "]";
  }
}
