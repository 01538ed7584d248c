import EventBus from 'diagram-js/lib/core/EventBus';
import DrdConnectSnapping from 'dmn-js-drd/lib/features/snapping/DrdConnectSnapping';
import { describe, expect, it } from 'vitest';
import { endOnlyWithAPlace } from './connecting';

const source = { x: 0, y: 200, width: 100, height: 50 };
const target = { x: 0, y: 0, width: 100, height: 50 };

function overTarget(eventBus: EventBus, pointer: object) {
  const context: { connectionEnd?: object } = {};
  Object.assign(context, { canExecute: { type: 'dmn:InformationRequirement' }, hover: target, source, target });
  eventBus.fire('connect.hover', { context, ...pointer });
  return context.connectionEnd;
}

describe('a line that is being connected', () => {
  it('is given an end without a place by dmn-js, when the pointer has not moved yet', () => {
    const eventBus = new EventBus();
    new DrdConnectSnapping(eventBus);
    expect(overTarget(eventBus, {})).toEqual({ x: undefined, y: 50 });
  });

  it('has an end with a place, or none', () => {
    const eventBus = new EventBus();
    new DrdConnectSnapping(eventBus);
    endOnlyWithAPlace(eventBus);
    expect(overTarget(eventBus, {})).toBeUndefined();
    expect(overTarget(eventBus, { x: 30, y: 20 })).toEqual({ x: 30, y: 50 });
  });
});
