export interface Link {
  source: string;
  target: string;
}

export interface Position {
  x: number;
  y: number;
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPACING = 64;
const RING = 150;
const ROOM = 120;
/** From here on names are not read anyway, so things may stand closer. */
const CROWDED = 600;

interface Branch {
  id: string;
  depth: number;
  children: Branch[];
  leaves: number;
}

/**
 * Places things on rings around a centre, ring by ring as far as they are linked, every branch in its own sector so that few lines cross.
 * What is not linked to the centre stands beside it, in rings of its own.
 */
export function rings(ids: readonly string[], links: readonly Link[], centre: string): Map<string, Position> {
  const near = neighbours(ids, links);
  const seen = new Set<string>();
  const places = new Map<string, Position>();
  const roots = [centre, ...[...ids].sort((a, b) => (near.get(b)?.length ?? 0) - (near.get(a)?.length ?? 0))];
  let left = 0;
  for (const root of roots) {
    if (seen.has(root) || !near.has(root)) continue;
    const branch = grow(root, near, seen);
    const radii = radiiOf(branch, ids.length > CROWDED ? ROOM / 4 : ROOM);
    const radius = radii[radii.length - 1] ?? 0;
    const x = places.size === 0 ? 0 : left + radius + RING;
    place(branch, -Math.PI / 2, 1.5 * Math.PI, radii, x, places);
    left = x + radius;
  }
  return places;
}

/** Fills a disc from the centre outwards in the order of their distance to it: room for very many, and none over another. */
export function disc(ids: readonly string[], links: readonly Link[], centre: string): Map<string, Position> {
  const near = neighbours(ids, links);
  const seen = new Set<string>();
  const places = new Map<string, Position>();
  for (const root of [centre, ...ids]) {
    if (seen.has(root) || !near.has(root)) continue;
    const waiting = [grow(root, near, seen)];
    for (const branch of waiting) {
      const radius = SPACING * Math.sqrt(places.size);
      const angle = GOLDEN_ANGLE * places.size;
      places.set(branch.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      waiting.push(...branch.children);
    }
  }
  return places;
}

function neighbours(ids: readonly string[], links: readonly Link[]): Map<string, string[]> {
  const near = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { source, target } of links) {
    near.get(source)?.push(target);
    near.get(target)?.push(source);
  }
  return near;
}

/** The shortest ways from a root as a tree. */
function grow(root: string, near: ReadonlyMap<string, string[]>, seen: Set<string>): Branch {
  const trunk: Branch = { id: root, depth: 0, children: [], leaves: 1 };
  const ordered = [trunk];
  seen.add(root);
  for (const branch of ordered) {
    for (const id of near.get(branch.id) ?? []) {
      if (seen.has(id)) continue;
      seen.add(id);
      const child: Branch = { id, depth: branch.depth + 1, children: [], leaves: 1 };
      branch.children.push(child);
      ordered.push(child);
    }
  }
  for (const branch of ordered.reverse()) {
    if (branch.children.length > 0) branch.leaves = branch.children.reduce((sum, child) => sum + child.leaves, 0);
  }
  return trunk;
}

/** Each ring is as wide as what stands on it needs, and wider than the one before. */
function radiiOf(trunk: Branch, room: number): number[] {
  const counts: number[] = [];
  const waiting = [trunk];
  for (const branch of waiting) {
    counts[branch.depth] = (counts[branch.depth] ?? 0) + 1;
    waiting.push(...branch.children);
  }
  const radii: number[] = [];
  counts.forEach((count, depth) => {
    radii.push(depth === 0 ? 0 : Math.max((radii[depth - 1] ?? 0) + RING, (count * room) / (2 * Math.PI)));
  });
  return radii;
}

function place(trunk: Branch, from: number, to: number, radii: readonly number[], x: number, places: Map<string, Position>): void {
  const waiting = [{ branch: trunk, from, to }];
  for (const { branch, from: start, to: end } of waiting) {
    const angle = (start + end) / 2;
    const radius = radii[branch.depth] ?? 0;
    places.set(branch.id, { x: x + radius * Math.cos(angle), y: radius * Math.sin(angle) });
    let next = start;
    for (const child of branch.children) {
      const share = ((end - start) * child.leaves) / branch.leaves;
      waiting.push({ branch: child, from: next, to: next + share });
      next += share;
    }
  }
}
