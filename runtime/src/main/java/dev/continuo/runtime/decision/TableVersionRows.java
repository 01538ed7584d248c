package dev.continuo.runtime.decision;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TableVersionRows extends JpaRepository<TableVersionRow, TableVersionRow.Key> {
  List<TableVersionRow> findByKeyTableIdOrderByKeyVersionDesc(String tableId);

  Optional<TableVersionRow> findFirstByKeyTableIdOrderByKeyVersionDesc(String tableId);

  Optional<TableVersionRow> findFirstByKeyTableIdAndRetiredAtIsNullOrderByKeyVersionDesc(
      String tableId);
}
