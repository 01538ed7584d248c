import cytoscape, { type Core, type NodeSingular } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { beforeAll, describe, expect, it } from 'vitest';
import { counts, drawable, elements, neighbour, nodeKey, type Graph } from './graph';
import { arrange, placeBesideNeighbours } from './layout';
import { GraphList } from './list';
import { look } from './look';
import { update } from './update';

const SIZE = 5_000;

/** Clients with what hangs on them, and links across: 5,000 things, about 7,500 links. */
function large(): Graph {
  const kinds = ['person', 'organisation', 'commitment', 'message', 'contract'];
  const nodes = Array.from({ length: SIZE }, (_, n) => ({ id: `n${n}`, kind: kinds[n % kinds.length] ?? 'other', label: `Thing ${n}` }));
  const tree = nodes.slice(1).map((node, at) => ({ id: `t${at}`, source: `n${Math.floor(at / 8)}`, target: node.id, label: 'knows' }));
  const across = Array.from({ length: SIZE / 2 }, (_, n) => ({ id: `x${n}`, source: `n${n}`, target: `n${(n * 7 + 13) % SIZE}`, label: 'names' }));
  return drawable({ nodes, edges: [...tree, ...across] });
}

const at = (node: NodeSingular): string => {
  const { x, y } = node.position();
  return `${x.toFixed(0)} ${y.toFixed(0)}`;
};

describe('a graph of 5,000 things', () => {
  let cy: Core;
  const graph = large();

  beforeAll(() => {
    cytoscape.use(fcose);
    cy = cytoscape({ headless: true, styleEnabled: true, style: look((css) => (css.startsWith('light-dark') || css.startsWith('var') ? '#456' : css), 'sans-serif', true) });
    update(cy, elements(graph));
    arrange(cy, 'spread', true);
  });

  it('has a place for every one of them', () => {
    const places = new Set(cy.nodes().map((node: NodeSingular) => at(node)));
    expect(cy.nodes()).toHaveLength(SIZE);
    expect(places.size).toBe(SIZE);
    expect(cy.nodes().map((node: NodeSingular) => at(node)).join(' ')).not.toContain('NaN');
  });

  it('keeps every place when one of them grows', () => {
    const before = cy.getElementById(nodeKey('n4999')).position();
    const grown = drawable({
      nodes: [...graph.nodes, { id: 'new', kind: 'person', label: 'New' }],
      edges: [...graph.edges, { id: 'new', source: 'n7', target: 'new', label: 'knows' }],
    });
    const { added, kept } = update(cy, elements(grown));
    placeBesideNeighbours(cy, added);
    arrange(cy, 'spread', !kept);
    expect(kept).toBe(true);
    expect(cy.getElementById(nodeKey('n4999')).position()).toEqual(before);
    const home = cy.getElementById(nodeKey('n7')).position();
    const { x, y } = cy.getElementById(nodeKey('new')).position();
    expect(Math.hypot(x - home.x, y - home.y)).toBeCloseTo(90, 0);
  });

  it('is walked with the arrow keys', () => {
    const places = cy.nodes().map((node) => ({ id: node.id(), ...node.position() }));
    const from = places[0];
    expect(from).toBeDefined();
    if (!from) return;
    const steps = [[1, 0], [-1, 0], [0, 1], [0, -1]].map(([dx, dy]) => neighbour(from, places, dx ?? 0, dy ?? 0));
    expect(steps.some((step) => step !== undefined && step.id !== from.id)).toBe(true);
  });

  it('draws lines as cheaply as it can, without their names', () => {
    const edge = cy.edges().first();
    expect(edge.style('curve-style')).toBe('haystack');
    expect(edge.style('label')).toBe('');
    expect(cy.nodes().first().style('min-zoomed-font-size')).toBe('10px');
  });

  it('can be read as a list that grows piece by piece', () => {
    const nothing = (): void => undefined;
    const list = new GraphList({ node: nothing, edge: nothing, expand: nothing });
    list.show(graph);
    list.toggle(true);
    const people = list.element.querySelector('ul');
    expect(counts(graph).get('person')).toBe(1_000);
    expect(people?.querySelectorAll(':scope > li .continuo-graph-name')).toHaveLength(100);
    const more = [...(people?.children ?? [])].at(-1)?.querySelector<HTMLElement>('.continuo-graph-more');
    expect(more?.textContent).toBe('Show more of 1000');
    more?.click();
    expect(people?.querySelectorAll(':scope > li .continuo-graph-name')).toHaveLength(200);
  });
});
