import { html } from '../element/dom';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { kindOf, KINDS } from './kinds';
import { swatch } from './legend';

export interface ListActions {
  node(node: GraphNode): void;
  edge(edge: GraphEdge): void;
  expand(node: GraphNode): void;
}

/** The same graph as words: things by kind, each with what it is linked to. For screen readers, and for reading. */
export class GraphList {
  readonly element = html('div', { class: 'continuo-graph-list', role: 'region', 'aria-label': 'Graph as a list', hidden: true });
  readonly #actions: ListActions;
  #graph: Graph | undefined;
  #drawn = false;

  constructor(actions: ListActions) {
    this.#actions = actions;
  }

  show(graph: Graph): void {
    this.#graph = graph;
    this.#drawn = false;
    if (!this.element.hidden) this.#draw();
  }

  toggle(open: boolean): void {
    this.element.hidden = !open;
    if (open && !this.#drawn) this.#draw();
  }

  #draw(): void {
    this.#drawn = true;
    const graph = this.#graph;
    if (!graph) return;
    const names = new Map(graph.nodes.map((node) => [node.id, node.label]));
    const linked = new Map<string, GraphEdge[]>();
    for (const edge of graph.edges) {
      for (const id of new Set([edge.source, edge.target])) {
        const known = linked.get(id);
        if (known) known.push(edge);
        else linked.set(id, [edge]);
      }
    }
    this.element.replaceChildren(
      ...KINDS.flatMap((kind) => {
        const nodes = graph.nodes.filter((node) => kindOf(node.kind) === kind).sort((a, b) => a.label.localeCompare(b.label));
        if (nodes.length === 0) return [];
        const items = pieces(nodes, (node) => this.#item(node, linked.get(node.id) ?? [], names));
        return [html('h3', {}, swatch(kind), `${kind.title} (${nodes.length})`), items];
      }),
    );
  }

  #item(node: GraphNode, edges: readonly GraphEdge[], names: ReadonlyMap<string, string>): HTMLElement {
    const name = html('button', { type: 'button', class: 'continuo-graph-name' }, node.label, ...(node.sub ? [html('small', {}, node.sub)] : []));
    name.addEventListener('click', () => this.#actions.node(node));
    const more = html('button', { type: 'button', class: 'continuo-graph-more', 'aria-label': `Show what hangs on ${node.label}` }, 'More');
    more.addEventListener('click', () => this.#actions.expand(node));
    const links = pieces(edges, (edge) => {
      const sentence = [names.get(edge.source), edge.label, names.get(edge.target)].join(' ');
      const link = html('button', { type: 'button', class: 'continuo-graph-link' }, sentence);
      link.addEventListener('click', () => this.#actions.edge(edge));
      return html('li', {}, link);
    });
    return html('li', {}, html('div', { class: 'continuo-graph-row' }, name, more), ...(edges.length ? [links] : []));
  }
}

const PIECE = 100;

/** A list that grows a piece at a time, so that a large graph does not become a large page. */
function pieces<T>(all: readonly T[], line: (one: T) => HTMLElement): HTMLElement {
  const list = html('ul', {});
  let shown = 0;
  const grow = (): void => {
    const next = all.slice(shown, shown + PIECE).map(line);
    shown += next.length;
    list.append(...next);
    if (shown >= all.length) return;
    const more = html('button', { type: 'button', class: 'continuo-graph-more' }, `Show more of ${all.length}`);
    const item = html('li', {}, more);
    more.addEventListener('click', () => {
      item.remove();
      grow();
      next[0]?.querySelector('button')?.focus();
    });
    list.append(item);
  };
  grow();
  return list;
}
