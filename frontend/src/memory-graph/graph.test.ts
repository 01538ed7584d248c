import { describe, expect, it } from 'vitest';
import { counts, drawable, edgeKey, elements, neighbour, nodeKey } from './graph';
import { kindOf } from './kinds';

const graph = drawable({
  nodes: [
    { id: 'hanna', kind: 'client', label: 'Hanna Berg', sub: 'since 2024' },
    { id: 'fjord', kind: 'schema:Organization', label: 'Fjord Studio' },
    { id: 'hanna', kind: 'money', label: 'a second one of that name' },
  ],
  edges: [
    { id: 'hanna', source: 'hanna', target: 'fjord', label: 'works for', factId: 'f1' },
    { id: 'lost', source: 'hanna', target: 'nobody', label: 'knows' },
  ],
});

describe('a graph of memory', () => {
  it('leaves out edges to nodes that are not there and nodes named twice', () => {
    expect(graph.nodes.map((node) => node.label)).toEqual(['Hanna Berg', 'Fjord Studio']);
    expect(graph.edges.map((edge) => edge.id)).toEqual(['hanna']);
  });

  it('survives no graph at all', () => {
    expect(drawable(null)).toEqual({ nodes: [], edges: [] });
    expect(drawable({})).toEqual({ nodes: [], edges: [] });
  });

  it('keeps a node and an edge of the same id apart', () => {
    const ids = elements(graph).map((element) => element.data.id);
    expect(ids).toEqual([nodeKey('hanna'), nodeKey('fjord'), edgeKey('hanna')]);
  });

  it('reads kinds from words, terms and IRIs and keeps unknown ones as other', () => {
    expect(kindOf('client').id).toBe('person');
    expect(kindOf('schema:Organization').id).toBe('organisation');
    expect(kindOf('https://w3id.org/valueflows/ont/vf#Commitment').id).toBe('commitment');
    expect(kindOf('unheard-of').id).toBe('other');
    expect(kindOf(undefined).id).toBe('other');
  });

  it('counts nodes by kind', () => {
    expect([...counts(graph)]).toEqual([['person', 1], ['organisation', 1]]);
  });

  it('shortens a label that would cover its neighbours', () => {
    const [node] = elements(drawable({ nodes: [{ id: 'a', kind: 'message', label: 'word '.repeat(40) }] }));
    expect(String(node?.data['words']).length).toBeLessThanOrEqual(48);
  });
});

describe('an arrow key', () => {
  const places = [
    { id: 'centre', x: 0, y: 0 },
    { id: 'far right', x: 200, y: 0 },
    { id: 'near right, far down', x: 60, y: 150 },
    { id: 'left', x: -50, y: 0 },
  ];
  const centre = { id: 'centre', x: 0, y: 0 };

  it('prefers what lies straight ahead', () => {
    expect(neighbour(centre, places, 1, 0)?.id).toBe('far right');
  });

  it('stays when nothing lies there', () => {
    expect(neighbour({ id: 'left', x: -50, y: 0 }, places, -1, 0)).toBeUndefined();
  });
});
