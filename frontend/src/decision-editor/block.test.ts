import { describe, expect, it } from 'vitest';
import { asFeel, block } from './block';

describe('cells from a spreadsheet', () => {
  it('come in lines and between tabs', () => {
    expect(block('gold\t>= 100\r\nsilver\t-\r\n')).toEqual([
      ['gold', '>= 100'],
      ['silver', '-'],
    ]);
  });

  it('are no block when it is one text', () => {
    expect(block('gold')).toBeUndefined();
    expect(block('gold\n')).toBeUndefined();
  });

  it('keep quotes that say that it is a text, and lose those of the clipboard', () => {
    expect(block('"gold","silver"\t"""gold"""')).toEqual([['"gold","silver"', '"gold"']]);
  });

  it('become texts in a column of text, where they are plain words', () => {
    expect(asFeel('gold', 'string')).toBe('"gold"');
    expect(asFeel('New York', 'string')).toBe('"New York"');
    expect(asFeel('"gold"', 'string')).toBe('"gold"');
    expect(asFeel('not("gold")', 'string')).toBe('not("gold")');
    expect(asFeel('-', 'string')).toBe('-');
    expect(asFeel('100', 'number')).toBe('100');
  });
});
