package dev.continuo.runtime.decision;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DecisionTableRows extends JpaRepository<DecisionTableRow, String> {
  /** The row, kept from other writers until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select t from DecisionTableRow t where t.id = :id")
  Optional<DecisionTableRow> lock(String id);
}
