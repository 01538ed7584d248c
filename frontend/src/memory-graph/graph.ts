import type { ElementDefinition } from 'cytoscape';
import { kindOf } from './kinds';

export interface GraphNode {
  id: string;
  kind: string;
  label: string;
  /** A second, quieter line. */
  sub?: string | undefined;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  label: string;
  /** The fact that this edge stands for. */
  factId?: string | undefined;
}

export interface Graph {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}

export const EMPTY: Graph = { nodes: [], edges: [] };

const MAX_LABEL = 48;

/** A graph without what cannot be drawn: nodes named twice, edges to nowhere. */
export function drawable(graph: Partial<Graph> | null | undefined): Graph {
  const nodes = new Map<string, GraphNode>();
  for (const node of graph?.nodes ?? []) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const edges = new Map<string, GraphEdge>();
  for (const edge of graph?.edges ?? []) {
    if (nodes.has(edge.source) && nodes.has(edge.target) && !edges.has(edge.id)) edges.set(edge.id, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

/** cytoscape keeps nodes and edges in one name space, a graph of facts need not. */
export const nodeKey = (id: string): string => `n:${id}`;
export const edgeKey = (id: string): string => `e:${id}`;

export function elements(graph: Graph): ElementDefinition[] {
  const degree = new Map<string, number>();
  for (const { source, target } of graph.edges) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  return [
    ...graph.nodes.map((node) => {
      const kind = kindOf(node.kind).id;
      const size = 26 + Math.min(18, Math.round(4 * Math.sqrt(degree.get(node.id) ?? 0)));
      return { group: 'nodes' as const, data: { id: nodeKey(node.id), kind, size, words: words(node), own: node }, classes: `kind-${kind}` };
    }),
    ...graph.edges.map((edge) => ({
      group: 'edges' as const,
      data: { id: edgeKey(edge.id), source: nodeKey(edge.source), target: nodeKey(edge.target), words: edge.label, own: edge },
    })),
  ];
}

function words({ label, sub, id }: GraphNode): string {
  const first = shorten(label || id);
  return sub ? `${first}\n${shorten(sub)}` : first;
}

function shorten(text: string): string {
  return text.length > MAX_LABEL ? `${text.slice(0, MAX_LABEL - 1).trimEnd()}…` : text;
}

/** How many nodes there are of each kind, in the order of the legend. */
export function counts(graph: Graph): Map<string, number> {
  const result = new Map<string, number>();
  for (const node of graph.nodes) {
    const { id } = kindOf(node.kind);
    result.set(id, (result.get(id) ?? 0) + 1);
  }
  return result;
}

export interface Place {
  id: string;
  x: number;
  y: number;
}

/** The nearest place in the direction of an arrow key: near counts, straight counts twice. */
export function neighbour(from: Place, places: Iterable<Place>, dx: number, dy: number): Place | undefined {
  let best: Place | undefined;
  let least = Infinity;
  for (const place of places) {
    const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
    if (place.id === from.id || along <= 0) continue;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
