import type { Plugin } from 'vite';

const FILE = /@bpmn-io[\\/]cm-theme[\\/]dist[\\/]index\.js$/;

/** bpmn.io's light colours of FEEL and what we read in their place in the dark. */
const DARK: Record<string, string> = {
  '#24292f': '#e6e9f0',
  '#a31515': '#ff9c96',
  '#1a7f37': '#7fd49b',
  '#06704a': '#5fd6b0',
  '#0969da': '#8cbcff',
  '#b54a00': '#ffb07a',
  '#0550ae': '#9cc4ff',
  '#8250df': '#c9a8ff',
  '#69727b': '#9aa4b2',
};

/** FEEL is coloured once when an editor is made; light-dark() lets it follow the page afterwards. */
export function followPage(source: string): string {
  const light = source.indexOf('const feelLight');
  const dark = source.indexOf('const feelDark');
  if (light < 0 || dark < light) {
    throw new Error('@bpmn-io/cm-theme no longer defines feelLight before feelDark: FEEL would be unreadable in the dark. Adapt build/feel-colours.ts.');
  }
  const block = source.slice(light, dark).replace(/(color|foreground): '(#[0-9a-f]{6})'/g, (whole, name: string, colour: string) => {
    const other = DARK[colour];
    return other ? `${name}: 'light-dark(${colour}, ${other})'` : whole;
  });
  return source.slice(0, light) + block + source.slice(dark);
}

export function feelColours(): Plugin {
  return {
    name: 'continuo:feel-colours',
    transform(code, id) {
      return FILE.test(id) ? { code: followPage(code), map: null } : null;
    },
  };
}
