package dev.continuo.runtime.engine.testing;

import dev.continuo.runtime.engine.EngineAddresses;
import java.util.Properties;

/**
 * The {@code continuo.test.*} properties by which a build tells its tests where the engines are.
 */
final class TestProperties {

  static final String ADMIN_PASSWORD = "continuo.test.dbAdminPassword";

  private TestProperties() {}

  static EngineAddresses read() {
    return new EngineAddresses(
        text("jdbcUrl"),
        text("dbUser"),
        text("dbPassword"),
        text("zeebeGrpc"),
        text("zeebeRest"),
        text("boltUri"),
        text("neo4jUser"),
        text("neo4jPassword"));
  }

  static Properties of(EngineAddresses addresses, String adminPassword) {
    Properties properties = new Properties();
    put(properties, "jdbcUrl", addresses.jdbcUrl());
    put(properties, "dbUser", addresses.dbUser());
    put(properties, "dbPassword", addresses.dbPassword());
    put(properties, "zeebeGrpc", addresses.zeebeGrpc());
    put(properties, "zeebeRest", addresses.zeebeRest());
    put(properties, "boltUri", addresses.boltUri());
    put(properties, "neo4jUser", addresses.neo4jUser());
    put(properties, "neo4jPassword", addresses.neo4jPassword());
    properties.setProperty(ADMIN_PASSWORD, adminPassword);
    return properties;
  }

  private static String text(String name) {
    return System.getProperty("continuo.test." + name, "");
  }

  private static void put(Properties properties, String name, String value) {
    properties.setProperty("continuo.test." + name, value);
  }
}
