/** What a node stands for. Each has one shape and one colour, here, in the legend and in the list. */
export interface Kind {
  id: string;
  /** Several of them, as a legend says it. */
  title: string;
  /** cytoscape's name of the shape. */
  shape: 'ellipse' | 'round-rectangle' | 'round-diamond' | 'round-hexagon' | 'round-tag' | 'round-octagon' | 'cut-rectangle' | 'barrel';
  /** The same shape in a 20 x 20 box. */
  path: string;
  /** A colour property of the theme or one of our own. */
  colour: string;
}

const ellipse = 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z';

export const KINDS: readonly Kind[] = [
  { id: 'person', title: 'People', shape: 'ellipse', path: ellipse, colour: 'var(--c-person)' },
  { id: 'organisation', title: 'Organisations', shape: 'round-rectangle', path: 'M4 3h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z', colour: 'light-dark(#4b5d78, #9fb2cf)' },
  { id: 'request', title: 'Requests', shape: 'round-diamond', path: 'm10 1 9 9-9 9-9-9Z', colour: 'light-dark(#0f7c86, #56c7d1)' },
  { id: 'commitment', title: 'Promises', shape: 'round-hexagon', path: 'M5.5 3h9l4.5 7-4.5 7h-9L1 10Z', colour: 'var(--c-attention)' },
  { id: 'message', title: 'Messages', shape: 'round-tag', path: 'M2 4h11l6 6-6 6H2Z', colour: 'light-dark(#7a6f64, #beb3a6)' },
  { id: 'money', title: 'Money', shape: 'round-octagon', path: 'M6.5 2h7L18 6.500v7L13.500 18h-7L2 13.500v-7Z', colour: 'var(--c-done)' },
  { id: 'contract', title: 'Contracts', shape: 'cut-rectangle', path: 'M5 3h10l3 3v8l-3 3H5l-3-3V6Z', colour: 'light-dark(#4a4fb5, #a5a9ff)' },
  { id: 'document', title: 'Documents', shape: 'barrel', path: 'M2 5c5-3 11-3 16 0v10c-5 3-11 3-16 0Z', colour: 'light-dark(#8a5a83, #d6a6cf)' },
  { id: 'other', title: 'Other', shape: 'ellipse', path: ellipse, colour: 'light-dark(#70757f, #a0a6b0)' },
];

const ALIASES: Record<string, string> = {
  client: 'person',
  contact: 'person',
  owner: 'person',
  organization: 'organisation',
  company: 'organisation',
  corporation: 'organisation',
  lead: 'request',
  inquiry: 'request',
  promise: 'commitment',
  duty: 'commitment',
  mail: 'message',
  email: 'message',
  emailmessage: 'message',
  episode: 'message',
  note: 'message',
  invoice: 'money',
  payment: 'money',
  amount: 'money',
  economicevent: 'money',
  agreement: 'contract',
  file: 'document',
  attachment: 'document',
};

const byId = new Map(KINDS.map((kind) => [kind.id, kind]));
const OTHER = KINDS[KINDS.length - 1] as Kind;

/** The kind that a word, a term (`schema:Person`) or an IRI means. */
export function kindOf(name: string | undefined): Kind {
  const word = (name ?? '').split(/[:/#]/).pop()?.toLowerCase() ?? '';
  return byId.get(word) ?? byId.get(ALIASES[word] ?? '') ?? OTHER;
}
