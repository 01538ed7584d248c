import { describe, expect, it } from 'vitest';
import { translate } from './words';

describe('words', () => {
  it('are those of who decides', () => {
    expect(translate('boolean')).toBe('yes or no');
    expect(translate('Rules may overlap. The first matching rule will be chosen')).toContain('The first row that fits');
  });

  it('keep what they are given, also where the editor writes spaces around its name', () => {
    expect(translate('e.g. { sample }', { sample: '"gold"' })).toBe('e.g. "gold"');
    expect(translate('Row {n}')).toBe('Row {n}');
  });
});
