import type EventBus from 'diagram-js/lib/core/EventBus';
import type { ModuleDeclaration } from 'didi';

interface Point {
  x?: number;
  y?: number;
}

interface Connecting {
  context: { connectionEnd?: Point };
}

/** Behind dmn-js' own snapping, which listens at 250. */
const AFTER_SNAPPING = 200;

/**
 * A line that is being connected ends where the pointer is. dmn-js takes that from the event that says what the
 * pointer is over, too, which comes before the first move and knows no place; the next picture of the line is then
 * drawn to "undefined". Such an end is forgotten again.
 */
export function endOnlyWithAPlace(eventBus: EventBus): void {
  eventBus.on(['connect.hover', 'connect.move'], AFTER_SNAPPING, ({ context }: Connecting) => {
    const end = context.connectionEnd;
    if (end && !(Number.isFinite(end.x) && Number.isFinite(end.y))) delete context.connectionEnd;
  });
}
endOnlyWithAPlace.$inject = ['eventBus'];

export const connectingModule: ModuleDeclaration = { __init__: [endOnlyWithAPlace] };
