import type { Core, LayoutOptions, NodeSingular } from 'cytoscape';

export type Arrangement = 'spread' | 'rings';

const MANY = 600;

/**
 * Arranges what is shown. `fresh` starts from nothing; otherwise what is placed stays roughly where it is, so that the eye finds it again.
 */
export function arrange(cy: Core, arrangement: Arrangement, fresh: boolean): void {
  const shown = cy.elements().not('.hidden');
  if (shown.nodes().empty()) return;
  const options = arrangement === 'rings' ? rings(cy) : spread(shown.nodes().length, fresh);
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

function spread(size: number, fresh: boolean): LayoutOptions {
  return {
    name: 'fcose',
    quality: size > MANY ? 'draft' : 'default',
    randomize: fresh,
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: size <= MANY,
    packComponents: true,
    nodeSeparation: 90,
    idealEdgeLength: 80,
    nodeRepulsion: 6000,
    numIter: size > MANY ? 800 : 2500,
    tilingPaddingVertical: 32,
    tilingPaddingHorizontal: 32,
  } as unknown as LayoutOptions;
}

/** Around the selected node, or the best connected one: its neighbours first, the rest behind them. */
function rings(cy: Core): LayoutOptions {
  const selected = cy.nodes(':selected').not('.hidden');
  const centre = selected.nonempty() ? selected.first() : cy.nodes().not('.hidden').max((node) => (node as NodeSingular).degree(false)).ele;
  const steps = new Map<string, number>();
  cy.elements()
    .not('.hidden')
    .bfs({
      roots: centre,
      visit: (node, _edge, _previous, _index, depth) => {
        steps.set(node.id(), depth);
      },
    });
  const furthest = Math.max(0, ...steps.values());
  return {
    name: 'concentric',
    animate: false,
    fit: false,
    minNodeSpacing: 60,
    concentric: (node: unknown) => furthest + 1 - (steps.get((node as NodeSingular).id()) ?? furthest + 1),
    levelWidth: () => 1,
  };
}

/** Puts new nodes beside the ones they hang on, so that an expansion grows out of its node. */
export function placeBesideNeighbours(cy: Core, isNew: (id: string) => boolean): void {
  for (const node of cy.nodes()) {
    if (!isNew(node.id())) continue;
    const known = node.neighborhood('node').filter((other) => !isNew(other.id()));
    if (known.empty()) continue;
    const { x, y } = (known.first() as NodeSingular).position();
    const angle = (node.id().length * 2.4 + Number(node.scratch('_nth') ?? 0)) % (2 * Math.PI);
    node.position({ x: x + 90 * Math.cos(angle), y: y + 90 * Math.sin(angle) });
  }
}
