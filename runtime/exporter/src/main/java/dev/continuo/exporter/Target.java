package dev.continuo.exporter;

import io.camunda.zeebe.exporter.api.context.Configuration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the journal is: the exporter's arguments {@code jdbcUrl}, {@code user}, {@code password}.
 */
record Target(String jdbcUrl, String user, String password) {
  Target {
    if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "Continuo's exporter has no target: its argument jdbcUrl is \""
              + jdbcUrl
              + "\". Set ZEEBE_BROKER_EXPORTERS_CONTINUO_ARGS_JDBCURL to jdbc:postgresql://host:port/database.");
    }
  }

  /** Environment variables reach the broker in lower case, files as they are written. */
  static Target of(Configuration configuration) {
    Map<String, Object> arguments = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Object> given = configuration.getArguments();
    if (given != null) {
      arguments.putAll(given);
    }
    return new Target(
        text(arguments, "jdbcUrl"), text(arguments, "user"), text(arguments, "password"));
  }

  private static String text(Map<String, Object> arguments, String name) {
    Object value = arguments.get(name);
    return value == null ? "" : value.toString();
  }

  Properties connectionProperties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "continuo-exporter");
    return properties;
  }

  @Override
  public String toString() {
    return jdbcUrl + " as " + user;
  }
}
