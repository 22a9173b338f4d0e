import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { eventWords } from './bin/event-words.ts'
import { leanDescriptors } from './bin/lean-descriptors.ts'
import { precachedFiles } from './bin/precache-list.ts'

const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./app'),
  publicDir: here('./app/public'),
  plugins: [
    leanDescriptors(),
    eventWords(),
    react(),
    VitePWA({
      registerType: 'prompt',
      // Registered from our own module: the content security policy allows no inline script.
      injectRegister: false,
      includeManifestIcons: false,
      manifest: {
        id: '/',
        name: '机关后勤服务云',
        short_name: '后勤服务',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f5f6f4',
        theme_color: '#175f8c',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          { name: '报修', url: '/repairs/new', icons: [{ src: '/icon-192.png', sizes: '192x192' }] },
          { name: '今天的任务', url: '/tasks', icons: [{ src: '/icon-192.png', sizes: '192x192' }] },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        maximumFileSizeToCacheInBytes: 5_000_000,
        manifestTransforms: [
          (entries) => {
            const wanted = precachedFiles(here('./dist/web'))
            return { manifest: entries.filter(({ url }) => wanted.has(url)), warnings: [] }
          },
        ],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        // Pages opened once open again without a network. Answers of the API are nobody's business here: what a person
        // may keep is kept by the application, under that person's name.
        runtimeCaching: [
          {
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
            handler: 'CacheFirst',
            options: { cacheName: 'houqin-assets', expiration: { maxEntries: 150 } },
          },
        ],
      },
    }),
  ],
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    // What 麒麟/统信 desktops still ship.
    target: ['chrome86', 'safari14', 'firefox88'],
    // Inlined scripts and data addresses would need holes in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: true,
      // What a page needs besides itself is fetched when it says so; a list of it all weighed 13 KB in the first file.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    chunkSizeWarningLimit: 700,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'tanstack', test: /node_modules\/@tanstack\// },
            { name: 'echarts', test: /node_modules\/(echarts|zrender)\// },
          ],
        },
      },
    },
  },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    proxy: {
      '/api': server,
      '/docs': server,
      '/openapi.json': server,
      '/healthz': server,
      '/readyz': server,
    },
  },
})
