import { describe, expect, it } from 'vitest';
import { rows } from './layout';

describe('a model that nobody has drawn', () => {
  it('stands below what needs it', () => {
    const found = rows(
      new Map([
        ['amount', []],
        ['price', ['base', 'tier']],
        ['base', ['amount']],
        ['tier', []],
      ]),
    );
    expect(Object.fromEntries(found)).toEqual({ price: 0, base: 1, tier: 1, amount: 2 });
  });

  it('is drawn although it goes in a circle', () => {
    const found = rows(
      new Map([
        ['a', ['b']],
        ['b', ['a']],
      ]),
    );
    expect([...found.keys()].sort()).toEqual(['a', 'b']);
  });
});
