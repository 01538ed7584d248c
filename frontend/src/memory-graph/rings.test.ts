import { describe, expect, it } from 'vitest';
import { rings } from './rings';

const distance = (p: { x: number; y: number } | undefined) => Math.round(Math.hypot(p?.x ?? NaN, p?.y ?? NaN));

describe('rings around a thing', () => {
  const ids = ['centre', 'a', 'b', 'a1', 'lonely'];
  const links = [
    { source: 'centre', target: 'a' },
    { source: 'b', target: 'centre' },
    { source: 'a', target: 'a1' },
  ];
  const places = rings(ids, links, 'centre');

  it('put each thing as far out as it is away, whichever way its links point', () => {
    expect(places.get('centre')).toEqual({ x: 0, y: 0 });
    expect(distance(places.get('a'))).toBe(150);
    expect(distance(places.get('b'))).toBe(150);
    expect(distance(places.get('a1'))).toBe(300);
  });

  it('leave nobody out, not even what is linked to nothing', () => {
    expect([...places.keys()].sort()).toEqual([...ids].sort());
    expect(places.get('lonely')?.x).toBeGreaterThan(300);
  });

  it('end although links run in circles', () => {
    const circle = [{ source: 'a', target: 'b' }, { source: 'b', target: 'c' }, { source: 'c', target: 'a' }, { source: 'a', target: 'a' }];
    expect(rings(['a', 'b', 'c'], circle, 'a').size).toBe(3);
  });

  it('grow with what stands on them', () => {
    const many = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const around = rings(['hub', ...many], many.map((target) => ({ source: 'hub', target })), 'hub');
    const [first, second] = [around.get('n0'), around.get('n1')];
    expect(Math.hypot((first?.x ?? 0) - (second?.x ?? 0), (first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(100);
  });
});
