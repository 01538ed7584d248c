import type { ModuleDeclaration } from 'didi';

interface Moddle {
  $type: string;
  id: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface DrdFactory {
  create(type: string): Moddle;
  createDiShape(element: Moddle, bounds: Box): Moddle;
  createDiEdge(element: Moddle, waypoints: { x: number; y: number }[]): Moddle;
  _ensureId(element: Moddle): void;
}

interface Sizes {
  _getDefaultSize(element: Moddle): { width: number; height: number };
}

interface Updater {
  updateDiParent(di: Moddle, diagram: Moddle): void;
}

interface EventBus {
  on(event: 'import.start', priority: number, listener: (start: { definitions: Moddle }) => void): void;
}

const LINES = ['informationRequirement', 'knowledgeRequirement', 'authorityRequirement'];
const ENDS = ['requiredDecision', 'requiredInput', 'requiredKnowledge', 'requiredAuthority'];
const ACROSS = 220;
const DOWN = 150;

/** Which row each thing stands in: below everything that needs it. What stands in a circle stops where it closes. */
export function rows(needs: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const found = new Map<string, number>();
  const needed = new Set([...needs.values()].flat());
  const sink = (id: string, row: number, above: readonly string[]): void => {
    if (!needs.has(id) || above.includes(id) || (found.get(id) ?? -1) >= row) return;
    found.set(id, row);
    for (const below of needs.get(id) ?? []) sink(below, row + 1, [...above, id]);
  };
  for (const id of needs.keys()) if (!needed.has(id)) sink(id, 0, []);
  for (const id of needs.keys()) if (!found.has(id)) sink(id, 0, []);
  return found;
}

/** Draws a model that nobody has drawn; dmn-js alone would show its decisions without values and lines. */
class Layout {
  static readonly $inject = ['eventBus', 'drdFactory', 'elementFactory', 'drdUpdater'];

  readonly #factory: DrdFactory;
  readonly #sizes: Sizes;
  readonly #updater: Updater;

  constructor(eventBus: EventBus, factory: DrdFactory, sizes: Sizes, updater: Updater) {
    this.#factory = factory;
    this.#sizes = sizes;
    this.#updater = updater;
    eventBus.on('import.start', 1500, ({ definitions }) => {
      const di = definitions.get('dmnDI') as Moddle | undefined;
      if (!(di?.get('diagrams') as unknown[] | undefined)?.length) this.#draw(definitions);
    });
  }

  #draw(definitions: Moddle): void {
    const diagram = this.#factory.create('dmndi:DMNDiagram');
    const all = this.#factory.create('dmndi:DMNDI');
    all.set('diagrams', [diagram]);
    definitions.set('dmnDI', all);
    const things = definitions.get('drgElement') as Moddle[];
    const boxes = this.#boxes(things);
    for (const thing of things) {
      const box = boxes.get(thing.id);
      if (!box) continue;
      this.#updater.updateDiParent(this.#factory.createDiShape(thing, box), diagram);
      for (const line of linesOf(thing)) {
        const from = boxes.get(startOf(line) ?? '');
        if (!from) continue;
        this.#factory._ensureId(line);
        const way = [
          { x: from.x + from.width / 2, y: from.y },
          { x: box.x + box.width / 2, y: box.y + box.height },
        ];
        this.#updater.updateDiParent(this.#factory.createDiEdge(line, way), diagram);
      }
    }
  }

  #boxes(things: Moddle[]): Map<string, Box> {
    const needs = new Map(things.filter(isShape).map((thing) => [thing.id, linesOf(thing).map((line) => startOf(line) ?? '')] as const));
    const found = rows(needs);
    const boxes = new Map<string, Box>();
    for (const row of new Set(found.values())) {
      const beside = things.filter((thing) => found.get(thing.id) === row);
      beside.forEach((thing, place) => {
        const { width, height } = this.#sizes._getDefaultSize(thing);
        const middle = (place - (beside.length - 1) / 2) * ACROSS;
        boxes.set(thing.id, { x: 600 + middle - width / 2, y: 120 + row * DOWN - height / 2, width, height });
      });
    }
    return boxes;
  }
}

function isShape({ $type, id }: Moddle): boolean {
  return Boolean(id) && /^dmn:(Decision|InputData|BusinessKnowledgeModel|KnowledgeSource)$/.test($type);
}

function linesOf(thing: Moddle): Moddle[] {
  return LINES.flatMap((name) => (thing.get(name) ?? []) as Moddle[]);
}

/** The id of what a line begins at. */
function startOf(line: Moddle): string | undefined {
  for (const name of ENDS) {
    const end = line.get(name) as { href?: string } | undefined;
    if (end?.href) return end.href.split('#').pop();
  }
  return undefined;
}

export const layoutModule: ModuleDeclaration = {
  __init__: ['continuoLayout'],
  continuoLayout: ['type', Layout],
};
