import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import { drawable, elements, nodeKey, type Graph } from './graph';
import { GraphList } from './list';
import { update } from './update';

const before: Graph = drawable({
  nodes: [
    { id: 'hanna', kind: 'person', label: 'Hanna' },
    { id: 'fjord', kind: 'organisation', label: 'Fjord' },
  ],
  edges: [{ id: 'e', source: 'hanna', target: 'fjord', label: 'works for' }],
});

describe('a graph that grows', () => {
  it('keeps what stays in its place and selected', () => {
    const cy = cytoscape({ headless: true, styleEnabled: true });
    update(cy, elements(before));
    cy.getElementById(nodeKey('hanna')).position({ x: 40, y: 2 }).select();
    const after = drawable({
      nodes: [{ id: 'hanna', kind: 'person', label: 'Hanna Berg' }, { id: 'site', kind: 'request', label: 'Web site' }],
      edges: [{ id: 'e', source: 'hanna', target: 'site', label: 'asked for' }],
    });
    const { added, kept } = update(cy, elements(after));
    const hanna = cy.getElementById(nodeKey('hanna'));
    expect(hanna.position()).toEqual({ x: 40, y: 2 });
    expect(hanna.selected()).toBe(true);
    expect(hanna.data('words')).toBe('Hanna Berg');
    expect([...added]).toEqual([nodeKey('site')]);
    expect(kept).toBe(true);
    expect(cy.getElementById(nodeKey('fjord')).empty()).toBe(true);
    expect(cy.edges()).toHaveLength(1);
    expect(cy.edges()[0]?.target().id()).toBe(nodeKey('site'));
  });
});

describe('the graph as a list', () => {
  it('says every link as a sentence and reports what is pressed', () => {
    const pressed: string[] = [];
    const list = new GraphList({
      node: (node) => pressed.push(`node ${node.id}`),
      edge: (edge) => pressed.push(`edge ${edge.id}`),
      expand: (node) => pressed.push(`more of ${node.id}`),
    });
    list.show(before);
    list.toggle(true);
    expect([...list.element.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual(['People (1)', 'Organisations (1)']);
    const link = list.element.querySelector<HTMLElement>('.continuo-graph-link');
    expect(link?.textContent).toBe('Hanna works for Fjord');
    link?.click();
    list.element.querySelector<HTMLElement>('.continuo-graph-name')?.click();
    list.element.querySelector<HTMLElement>('.continuo-graph-more')?.click();
    expect(pressed).toEqual(['edge e', 'node hanna', 'more of hanna']);
  });
});
