import { resolve } from 'node:path'
import babel from '@rolldown/plugin-babel'
import tailwindcss from '@tailwindcss/vite'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** One build of the window for both shells: the sync-server serves it as the web terminal, Electron's main under app://. */
export default defineConfig({
  root: 'src/renderer',
  base: './',
  resolve: {
    // RxJS has a build for old browsers too, which is larger.
    conditions: ['es2015', ...defaultClientConditions],
    alias: [{ find: /^zod$/, replacement: resolve(import.meta.dirname, 'src/renderer/platform/zod-without-eval.ts') }],
  },
  plugins: [
    react(),
    babel({ presets: [reactCompilerPreset()] }),
    tailwindcss(),
    VitePWA({
      // Registered by app/service-worker.ts: the page has no inline script, and Electron needs no worker.
      injectRegister: false,
      registerType: 'prompt',
      manifest: {
        name: '点餐爽 OrderEZ',
        short_name: '点餐爽',
        lang: 'zh-Hans',
        display: 'standalone',
        start_url: './',
        scope: './',
        background_color: '#e8e4df',
        theme_color: '#fdfcfa',
        icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globIgnores: ['gallery.html', 'assets/gallery-*'],
        globPatterns: ['**/*.{html,js,css,svg,wasm,webmanifest}'],
        navigateFallback: 'index.html',
        navigateFallbackDenylist: [/^\/api\//, /^\/gallery/, /^\/trust/, /^\/health/, /^\/ready/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome130', 'safari16.4'],
    // Assets stay files: the content security policy allows no data: addresses for scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The gallery of components is a page of its own; no terminal loads or keeps it.
    rolldownOptions: { input: ['src/renderer/index.html', 'src/renderer/gallery.html'] },
    chunkSizeWarningLimit: 900,
  },
})
