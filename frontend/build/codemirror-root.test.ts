import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replaceRootLookup } from './codemirror-root.ts';

describe("the correction of CodeMirror's root", () => {
  it('fits the version that is installed', () => {
    const source = readFileSync('node_modules/@codemirror/view/dist/index.js', 'utf8');
    const corrected = replaceRootLookup(source);
    expect(corrected).not.toContain('node.assignedSlot || node.parentNode');
    expect(corrected.length).toBeLessThan(source.length);
  });

  it('fails loudly when the text is not there, or there twice', () => {
    expect(() => replaceRootLookup('function getRoot() {}')).toThrow(/0 places/);
    const once = 'node = node.assignedSlot || node.parentNode;';
    expect(() => replaceRootLookup(once + once)).toThrow(/2 places/);
  });
});
