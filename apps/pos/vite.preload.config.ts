import { defineConfig } from 'vite'

/** The preload of a sandboxed window: one CommonJS file, which may require `electron` and nothing else. */
export default defineConfig({
  build: {
    ssr: 'src/preload/preload.ts',
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { entryFileNames: 'preload.cjs', format: 'cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
})
