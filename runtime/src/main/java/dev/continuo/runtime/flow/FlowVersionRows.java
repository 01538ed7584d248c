package dev.continuo.runtime.flow;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface FlowVersionRows extends JpaRepository<FlowVersionRow, FlowVersionRow.Key> {
  List<FlowVersionRow> findByKeyFlowIdOrderByKeyVersionDesc(String flowId);

  Optional<FlowVersionRow> findFirstByKeyFlowIdOrderByKeyVersionDesc(String flowId);

  Optional<FlowVersionRow> findFirstByProcessKey(Long processKey);
}
