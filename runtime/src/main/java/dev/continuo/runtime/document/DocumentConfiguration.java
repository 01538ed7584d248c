package dev.continuo.runtime.document;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this feature: {@link Documents} under the data folder, and {@link MailReader}. */
@Configuration(proxyBeanMethods = false)
public class DocumentConfiguration {

  @Bean
  Documents documents(@Value("${continuo.data}") Path data, JdbcClient jdbc) {
    return new Documents(data.resolve("documents"), jdbc);
  }

  @Bean
  MailReader mailReader(Documents documents) {
    return new MailReader(documents::store);
  }
}
