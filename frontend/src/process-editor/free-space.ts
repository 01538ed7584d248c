import { getNewShapePosition } from 'bpmn-js/lib/features/auto-place/BpmnAutoPlaceUtil';
import { isAny } from 'bpmn-js/lib/util/ModelUtil';
import type { ModuleDeclaration } from 'didi';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Element, Shape } from 'bpmn-js/lib/model/Types';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

const GAP = 20;
const STEP = 30;
const TRIES = 60;
/** Before grid snapping, which places at 2000. */
const FIRST = 3000;

/** The place nearest below a wished centre where a shape of that size covers nothing. */
export function freePlace(wish: Point, size: { width: number; height: number }, taken: readonly Box[]): Point {
  for (let step = 0; step < TRIES; step++) {
    const place = { x: wish.x, y: wish.y + step * STEP };
    const box = { x: place.x - size.width / 2, y: place.y - size.height / 2, ...size };
    if (!taken.some((other) => touch(box, other))) return place;
  }
  return wish;
}

function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP;
}

/** What a new shape must not cover: every shape, except what it may lie in. */
export function takenBy(elementRegistry: ElementRegistry): Box[] {
  const surrounds = ['bpmn:Participant', 'bpmn:Lane', 'bpmn:SubProcess', 'bpmn:Group'];
  return (elementRegistry.getAll() as Element[]).filter((element): element is Shape => 'width' in element && 'labels' in element && !isAny(element, surrounds));
}

/** Where arrows run: a step that is placed on one looks as if it were part of its path. */
export function crossedBy(elementRegistry: ElementRegistry): Box[] {
  return elementRegistry.getAll().flatMap((element) => segments('waypoints' in element ? (element.waypoints as Point[]) : []));
}

export function segments(waypoints: readonly Point[]): Box[] {
  return waypoints.slice(1).map((to, index) => {
    const from = waypoints[index] ?? to;
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  });
}

/** bpmn-js looks for room among a step's own successors only; a new step should cover nobody's. */
function placeInFreeSpace(eventBus: EventBus, elementRegistry: ElementRegistry): object {
  eventBus.on('autoPlace', FIRST, ({ source, shape }: { source: Shape; shape: Shape }) =>
    freePlace(getNewShapePosition(source, shape, elementRegistry), shape, takenBy(elementRegistry)),
  );
  return {};
}
placeInFreeSpace.$inject = ['eventBus', 'elementRegistry'];

export const freeSpaceModule: ModuleDeclaration = {
  __init__: ['freeSpace'],
  freeSpace: ['factory', placeInFreeSpace],
};
