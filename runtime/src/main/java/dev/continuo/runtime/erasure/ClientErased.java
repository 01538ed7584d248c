package dev.continuo.runtime.erasure;

import java.util.Set;

/** A client was erased; whoever keeps a copy in working memory drops it now. */
public record ClientErased(Set<String> entityIds, Set<String> documentIds) {
  public ClientErased {
    entityIds = Set.copyOf(entityIds);
    documentIds = Set.copyOf(documentIds);
  }
}
