import type { Graph } from '../src/memory-graph/graph';

export const smallGraph: Graph = {
  nodes: [
    { id: 'hanna', kind: 'client', label: 'Hanna Berg', sub: 'since March 2024' },
    { id: 'fjord', kind: 'organisation', label: 'Fjord Studio' },
    { id: 'kroll', kind: 'person', label: 'Jonas Kroll' },
    { id: 'archiv', kind: 'organisation', label: 'Archiv GmbH' },
    { id: 'site', kind: 'request', label: 'New web site', sub: 'before Monday' },
    { id: 'audit', kind: 'request', label: 'Accessibility audit' },
    { id: 'offer', kind: 'promise', label: 'Proposal by Friday', sub: '15 May' },
    { id: 'answer', kind: 'promise', label: 'Answer within 24 hours' },
    { id: 'budget', kind: 'money', label: 'EUR 8,000 to 10,000', sub: 'budget' },
    { id: 'invoice', kind: 'money', label: 'INV-0042', sub: '9 days late' },
    { id: 'm1', kind: 'message', label: 'Re: your availability', sub: '12 May' },
    { id: 'm2', kind: 'message', label: 'Web site for the studio', sub: '14 May' },
    { id: 'm3', kind: 'message', label: 'Invoice reminder', sub: '11 May' },
    { id: 'frame', kind: 'contract', label: 'Framework agreement 2025' },
  ],
  edges: [
    { id: '1', source: 'hanna', target: 'fjord', label: 'works for', factId: 'f1' },
    { id: '2', source: 'hanna', target: 'site', label: 'asked for' },
    { id: '3', source: 'site', target: 'budget', label: 'budget' },
    { id: '4', source: 'm2', target: 'site', label: 'mentions' },
    { id: '5', source: 'hanna', target: 'm2', label: 'wrote' },
    { id: '6', source: 'answer', target: 'hanna', label: 'owed to' },
    { id: '7', source: 'offer', target: 'kroll', label: 'owed to' },
    { id: '8', source: 'kroll', target: 'archiv', label: 'works for' },
    { id: '9', source: 'kroll', target: 'audit', label: 'asked for' },
    { id: '10', source: 'offer', target: 'audit', label: 'answers' },
    { id: '11', source: 'invoice', target: 'archiv', label: 'owed by' },
    { id: '12', source: 'm3', target: 'invoice', label: 'mentions' },
    { id: '13', source: 'kroll', target: 'm1', label: 'wrote' },
    { id: '14', source: 'archiv', target: 'frame', label: 'party to' },
    { id: '15', source: 'hanna', target: 'archiv', label: 'worked for until 2024' },
  ],
};

export function largeGraph(size: number): Graph {
  const kinds = ['person', 'organisation', 'request', 'commitment', 'message', 'money'];
  const nodes = Array.from({ length: size }, (_, i) => ({ id: `n${i}`, kind: kinds[i % kinds.length] ?? 'other', label: `Thing ${i}` }));
  const edges = nodes.slice(1).flatMap((node, i) => {
    const parent = Math.floor(((i * 7919) % (i + 1)) / 3);
    return [{ id: `e${i}`, source: `n${parent}`, target: node.id, label: 'knows' }];
  });
  return { nodes, edges };
}
