import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** diagram-js renders its menus through htm; with two versions of preact between them the menus open empty and say nothing. */
it('has one preact for all who render with it', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> };
  const copies = Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/preact'));
  expect(copies).toEqual(['node_modules/preact']);
});
