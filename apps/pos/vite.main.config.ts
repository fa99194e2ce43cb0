import { isBuiltin } from 'node:module'
import { defineConfig } from 'vite'

/** Electron's main process: one module with everything in it but Node and Electron, so that the package carries no node_modules. */
export default defineConfig({
  build: {
    ssr: 'src/main/main.ts',
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      external: (id) => id === 'electron' || isBuiltin(id),
      output: { entryFileNames: 'main.js', format: 'es', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
})
