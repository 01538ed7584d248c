import { describe, expect, it } from 'vitest';
import { freePlace, segments } from './free-space';

const size = { width: 100, height: 80 };

describe('a new step', () => {
  it('takes the place it was meant for when nothing is there', () => {
    expect(freePlace({ x: 300, y: 100 }, size, [{ x: 0, y: 0, width: 100, height: 80 }])).toEqual({ x: 300, y: 100 });
  });

  it('moves below what it would cover, with some air', () => {
    const taken = [{ x: 250, y: 60, width: 100, height: 80 }];
    const { x, y } = freePlace({ x: 300, y: 100 }, size, taken);
    expect(x).toBe(300);
    expect(y - size.height / 2).toBeGreaterThanOrEqual(60 + 80 + 20);
  });

  it('does not stand on an arrow, where it would look like a part of the path', () => {
    const arrow = segments([{ x: 0, y: 100 }, { x: 600, y: 100 }, { x: 600, y: 300 }]);
    expect(arrow).toHaveLength(2);
    const { y } = freePlace({ x: 300, y: 100 }, size, arrow);
    expect(y - size.height / 2).toBeGreaterThanOrEqual(100 + 20);
  });
});
