import type { CollectionReturnValue, Core, LayoutOptions, NodeSingular } from 'cytoscape';
import { disc, rings, type Link, type Position } from './rings';

export type Arrangement = 'spread' | 'rings';

/** From here on a graph is drawn more simply and arranged once. */
export const MANY = 600;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Arranges what is shown. `fresh` starts from nothing; otherwise what is placed stays roughly where it is, so that the eye finds it
 * again, and a large graph is not arranged anew at all.
 */
export function arrange(cy: Core, arrangement: Arrangement, fresh: boolean): void {
  const nodes = cy.nodes().not('.hidden');
  const shown = nodes.union(nodes.edgesWith(nodes));
  const size = nodes.length;
  if (size === 0 || (size > MANY && !fresh && arrangement === 'spread')) return;
  const options = arrangement === 'rings' ? around(cy, shown, rings) : size > MANY ? around(cy, shown, disc) : spread(fresh);
  withSameChance(() => shown.layout(options).run());
}

/** The layout throws dice. With the same dice the same graph looks the same each time, so that the eye finds things again. */
function withSameChance(run: () => void): void {
  const random = Math.random;
  let state = 20260514;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  try {
    run();
  } finally {
    Math.random = random;
  }
}

function spread(fresh: boolean): LayoutOptions {
  return {
    name: 'fcose',
    quality: 'default',
    randomize: fresh,
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: true,
    packComponents: true,
    nodeSeparation: 90,
    idealEdgeLength: 80,
    nodeRepulsion: 6000,
    numIter: 2500,
    tilingPaddingVertical: 32,
    tilingPaddingHorizontal: 32,
  } as unknown as LayoutOptions;
}

type Placing = (ids: readonly string[], links: readonly Link[], centre: string) => Map<string, Position>;

/** Around the selected node, or the best connected one. */
function around(cy: Core, shown: CollectionReturnValue, places: Placing): LayoutOptions {
  const selected = cy.nodes(':selected').not('.hidden');
  const nodes = shown.nodes();
  const centre = selected.nonempty() ? selected.first() : nodes.max((node) => (node).degree(false)).ele;
  const found = places(
    nodes.map((node) => node.id()),
    shown.edges().map((edge) => ({ source: edge.source().id(), target: edge.target().id() })),
    centre.id(),
  );
  return { name: 'preset', fit: false, animate: false, positions: Object.fromEntries(found) };
}

/** Puts new nodes beside the ones they hang on, so that an expansion grows out of its node. */
export function placeBesideNeighbours(cy: Core, added: ReadonlySet<string>): void {
  let nth = 0;
  for (const node of cy.nodes()) {
    if (!added.has(node.id())) continue;
    const known = node.neighborhood('node').filter((other) => !added.has(other.id()));
    if (known.empty()) continue;
    const { x, y } = (known.first() as NodeSingular).position();
    const radius = 90 + 24 * Math.sqrt(nth);
    const angle = GOLDEN_ANGLE * nth++;
    node.position({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) });
  }
}
