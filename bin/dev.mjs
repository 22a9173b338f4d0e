// `npm run dev`: the server, started anew when its sources change, and beside it Vite, which serves the pages with
// instant reload and passes everything else on to the server.
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.mjs'
import { FOLLOW_LAUNCHER, runChildren } from './run-children.mjs'

const SERVER = 'app/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = await prepare(root)
runChildren(
  [
    { program: node, options: ['--watch', '--watch-preserve-output', SERVER, ...process.argv.slice(2)] },
    { program: node, options: [...FOLLOW_LAUNCHER, 'node_modules/vite/bin/vite.js'] },
  ],
  root,
)
