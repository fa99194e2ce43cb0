import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** The page of the benches: the terminal's own parts, and the peers that do the same work. */
export default defineConfig({
  root: resolve(import.meta.dirname, 'bench/page'),
  base: './',
  // PouchDB asks for Node's `global` and for the `events` package.
  define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: '../../dist/bench',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
})
