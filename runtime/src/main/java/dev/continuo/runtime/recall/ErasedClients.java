package dev.continuo.runtime.recall;

import dev.continuo.ontology.recall.Recall;
import dev.continuo.runtime.erasure.ClientErased;
import org.springframework.context.event.EventListener;

/** Drops what recall keeps in working memory when a client is erased. */
class ErasedClients {
  private final Recall recall;

  ErasedClients(Recall recall) {
    this.recall = recall;
  }

  @EventListener
  void on(ClientErased erased) {
    recall.forget();
  }
}
