package dev.continuo.runtime.flow;

import org.springframework.data.jpa.repository.JpaRepository;

interface FlowRows extends JpaRepository<FlowRow, String> {}
