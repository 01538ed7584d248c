import type { Plugin } from 'vite';

const FILE = /@codemirror[\\/]view[\\/]dist[\\/]index\.js$/;
const WRONG = 'node = node.assignedSlot || node.parentNode;';
const RIGHT = 'node = node.parentNode;';

/**
 * CodeMirror looks for the root of its editor along assigned slots. Inside a slot of a Vaadin layout it then finds the
 * layout's shadow root, where `getSelection()` knows nothing of our light DOM, and typed text arrives scrambled.
 * The editor must stay in the tree it was put into.
 */
export function replaceRootLookup(source: string): string {
  const parts = source.split(WRONG);
  if (parts.length !== 2) {
    throw new Error(
      `@codemirror/view has ${parts.length - 1} places that read "${WRONG}", one was expected. ` +
        'Typing in FEEL fields and decision tables would be scrambled inside slots. ' +
        'Look at getRoot() in its dist/index.js and adapt build/codemirror-root.ts.',
    );
  }
  return parts.join(RIGHT);
}

/** Applies the replacement while bundling and fails the build when CodeMirror never came by. */
export function codeMirrorRoot(): Plugin {
  let seen = false;
  return {
    name: 'continuo:codemirror-root',
    apply: 'build',
    transform(code, id) {
      if (!FILE.test(id)) return null;
      seen = true;
      return { code: replaceRootLookup(code), map: null };
    },
    buildEnd(error) {
      if (!error && !seen) {
        this.error('@codemirror/view was not part of the build, so its getRoot() could not be corrected.');
      }
    },
  };
}
