import { define } from '../element/continuo-element';
import { MemoryGraph } from './memory-graph';

define('continuo-memory-graph', MemoryGraph);

declare global {
  interface HTMLElementTagNameMap {
    'continuo-memory-graph': MemoryGraph;
  }
}

export { MemoryGraph };
export type { MemoryGraphEvents } from './memory-graph';
export type { Graph, GraphEdge, GraphNode } from './graph';
