import type { StylesheetJson } from 'cytoscape';
import { KINDS } from './kinds';

/** How the graph is painted: labels read at once, edges stay quiet until one looks at them. */
export function look(colour: (css: string) => string, fontFamily: string, many = false): StylesheetJson {
  const surface = colour('var(--c-surface)');
  const text = colour('var(--c-text)');
  const soft = colour('var(--c-text-soft)');
  const accent = colour('var(--c-accent)');
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        label: 'data(words)',
        'font-family': fontFamily,
        'font-size': 12,
        'line-height': 1.25,
        color: text,
        'text-valign': 'bottom',
        'text-margin-y': 5,
        'text-wrap': 'wrap',
        'text-max-width': '128px',
        'text-outline-color': surface,
        'text-outline-width': many ? 0 : 2.5,
        'min-zoomed-font-size': many ? 10 : 7,
        'border-width': many ? 0 : 2,
        'border-color': surface,
        'overlay-opacity': 0,
      },
    },
    ...KINDS.map((kind) => ({
      selector: `node.kind-${kind.id}`,
      style: { shape: kind.shape, 'background-color': colour(kind.colour) },
    })),
    {
      selector: 'edge',
      style: {
        width: 1.25,
        'line-color': soft,
        'line-opacity': 0.32,
        'target-arrow-color': soft,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.7,
        'curve-style': many ? 'haystack' : 'bezier',
        'font-family': fontFamily,
        'font-size': 11,
        color: text,
        'text-rotation': 'autorotate',
        'text-background-color': surface,
        'text-background-opacity': 0.92,
        'text-background-padding': '2px',
        'min-zoomed-font-size': 7,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge.near', style: { label: 'data(words)', width: 1.75, 'line-opacity': 0.85, 'z-index': 9, 'z-index-compare': 'manual' } },
    { selector: '.far', style: { opacity: 0.3 } },
    { selector: 'node:selected', style: { 'border-color': accent, 'border-width': 4 } },
    {
      selector: 'edge:selected',
      style: { label: 'data(words)', width: 2.5, 'line-opacity': 1, 'line-color': accent, 'target-arrow-color': accent, 'z-index': 10 },
    },
    {
      selector: 'node.focused',
      style: { 'outline-color': accent, 'outline-width': 2, 'outline-offset': 4, 'outline-style': 'dashed' },
    },
    { selector: '.hidden', style: { display: 'none' } },
  ] as StylesheetJson;
}
