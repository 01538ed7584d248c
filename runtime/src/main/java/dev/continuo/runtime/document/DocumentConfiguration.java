package dev.continuo.runtime.document;

import dev.continuo.runtime.document.tika.Bounds;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans of this feature: {@link Documents} under the data folder, and who reads them. */
@Configuration(proxyBeanMethods = false)
public class DocumentConfiguration {

  @Bean
  Documents documents(@Value("${continuo.data}") Path data, JdbcClient jdbc) {
    return new Documents(data.resolve("documents"), jdbc);
  }

  @Bean(destroyMethod = "close")
  DocumentReader documentReader(Documents documents, @Value("${continuo.data}") Path data) {
    return new DocumentReader(
        documents,
        new TextReader(Bounds.usual(), data.toAbsolutePath().resolve("run").resolve("reading")));
  }

  @Bean
  MailReader mailReader(Documents documents) {
    return new MailReader(documents::store);
  }
}
