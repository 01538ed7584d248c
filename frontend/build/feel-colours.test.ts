import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { followPage } from './feel-colours.ts';

it('gives every colour of FEEL a counterpart for the dark', () => {
  const source = followPage(readFileSync('node_modules/@bpmn-io/cm-theme/dist/index.js', 'utf8'));
  const light = source.slice(source.indexOf('const feelLight'), source.indexOf('const feelDark'));
  const tags = light.slice(0, light.indexOf('// Markdown'));
  expect(tags).toContain("light-dark(#0550ae, #9cc4ff)");
  expect(tags.match(/color: '#/g)).toBeNull();
});

it('fails the build when the theme is built differently', () => {
  expect(() => followPage('export const theme = {}')).toThrow(/feelLight/);
});
