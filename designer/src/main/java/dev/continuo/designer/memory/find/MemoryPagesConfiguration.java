package dev.continuo.designer.memory.find;

import dev.continuo.designer.memory.Paths;
import dev.continuo.designer.shell.Destination;
import dev.continuo.designer.shell.Glyph;
import dev.continuo.designer.shell.PaletteItem;
import dev.continuo.designer.shell.PaletteSource;
import dev.continuo.ontology.memory.Memory;
import dev.continuo.ontology.memory.MemoryFailed;
import dev.continuo.ontology.memory.MemoryUnavailable;
import dev.continuo.ontology.memory.SearchHit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of memory. */
@Configuration(proxyBeanMethods = false)
public class MemoryPagesConfiguration {
  @Bean
  Destination memoryPage() {
    return new Destination("Memory", "memory", MemoryView.class, Glyph.MEMORY, 30);
  }

  @Bean
  PaletteSource knownEntities(Memory memory) {
    return (text, limit) -> text.isBlank() ? List.of() : entities(memory, text, limit);
  }

  private static List<PaletteItem> entities(Memory memory, String text, int limit) {
    try {
      return memory.search(text, limit * 2).stream()
          .filter(hit -> hit.type() == SearchHit.Type.ENTITY)
          .limit(limit)
          .map(hit -> new PaletteItem("Known", hit.label(), hit.kind(), Paths.entity(hit.id())))
          .toList();
    } catch (MemoryUnavailable | MemoryFailed starting) {
      return List.of();
    }
  }
}
