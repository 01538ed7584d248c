import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import { html } from '../element/dom';

/** Where a run was, is and is stopped, by element id; counts per element when several runs lie over each other. */
export interface RunPath {
  completed: readonly string[];
  active: readonly string[];
  incidents: readonly string[];
  counts: Readonly<Record<string, number>>;
}

type Mark = 'completed' | 'active' | 'incident';

interface Diagram {
  get(name: 'canvas'): Canvas;
  get(name: 'overlays'): Overlays;
  get(name: 'elementRegistry'): ElementRegistry;
}

const WORDS: Record<Mark, string> = { completed: 'done', active: 'the run is here', incident: 'stopped here' };

/** One mark per element: what is stopped outweighs what is running, and that what is done. */
export function marks(path: RunPath): Map<string, Mark> {
  const result = new Map<string, Mark>();
  for (const id of path.completed) result.set(id, 'completed');
  for (const id of path.active) result.set(id, 'active');
  for (const id of path.incidents) result.set(id, 'incident');
  return result;
}

/** Lights a run's path in a drawing, replacing the one before. */
export class PathLight {
  #lit: [string, string][] = [];

  show(diagram: Diagram, path: RunPath): void {
    const canvas = diagram.get('canvas');
    const registry = diagram.get('elementRegistry');
    const overlays = diagram.get('overlays');
    for (const [id, marker] of this.#lit) if (registry.get(id)) canvas.removeMarker(id, marker);
    overlays.remove({ type: 'continuo-path' });
    this.#lit = [];
    for (const [id, mark] of marks(path)) {
      if (!registry.get(id)) continue;
      canvas.addMarker(id, `continuo-${mark}`);
      this.#lit.push([id, `continuo-${mark}`]);
      if (mark !== 'completed' && !isConnection(registry, id)) overlays.add(id, 'continuo-path', state(mark));
    }
    for (const [id, count] of Object.entries(path.counts)) {
      if (registry.get(id) && !isConnection(registry, id)) overlays.add(id, 'continuo-path', times(count));
    }
  }
}

function isConnection(registry: ElementRegistry, id: string): boolean {
  return 'waypoints' in (registry.get(id) ?? {});
}

function state(mark: Mark) {
  return {
    position: { top: -10, left: -10 },
    html: html('span', { class: `continuo-dot continuo-dot-${mark}`, role: 'img', 'aria-label': WORDS[mark], title: WORDS[mark] }),
  };
}

function times(count: number) {
  return {
    position: { top: -11, right: 12 },
    html: html('span', { class: 'continuo-count', title: `${count} times` }, String(count)),
  };
}
