import { defineConfig } from 'vitest/config';
import { codeMirrorRoot } from './build/codemirror-root.ts';
import { feelColours } from './build/feel-colours.ts';
import { precompress } from './build/precompress.ts';

const entry = (name: string) => [name, `src/${name}/index.ts`] as const;

export default defineConfig({
  base: './',
  plugins: [codeMirrorRoot(), feelColours(), precompress()],
  build: {
    // Of this year's browsers: an older target would rewrite light-dark() into something that does not see the page's color-scheme.
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    outDir: 'target/classes/META-INF/resources/continuo',
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: Object.fromEntries(['process-editor', 'process-viewer', 'decision-editor', 'memory-graph'].map(entry)),
      // Java loads the entries for what they register, yet tests and pages may import their types too.
      preserveEntrySignatures: 'strict',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
  // Vitest would take the CommonJS twins of bpmn.io's packages, and with them a second copy of everything they share.
  ...(process.env['VITEST'] ? { resolve: { mainFields: ['module', 'main'] } } : {}),
  test: {
    environment: 'jsdom',
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', 'build/**/*.test.ts'],
    // bpmn.io packages publish untranspiled ES modules without extensions: let Vite resolve them.
    server: { deps: { inline: true } },
  },
});
