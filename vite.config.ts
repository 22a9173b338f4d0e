import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanDescriptors } from './bin/lean-descriptors.ts'

const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./app'),
  publicDir: here('./app/public'),
  plugins: [leanDescriptors(), react()],
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    // What 麒麟/统信 desktops still ship.
    target: ['chrome86', 'safari14', 'firefox88'],
    // Inlined scripts and data addresses would need holes in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: true },
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
