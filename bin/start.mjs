// `npm start`: packages, web application, server; each step is skipped when it is done already.
// Plain JavaScript without dependencies, because it runs on the machine's own Node (20 or newer) before anything is there.
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { prepare } from './prepare.mjs'
import { FOLLOW_LAUNCHER, runChildren } from './run-children.mjs'
import { SERVER_OPTIONS } from './server-options.mjs'

const SERVER = 'app/server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = await prepare(root)
await buildWeb(root, node)
runChildren(
  [{ program: node, options: [...SERVER_OPTIONS, ...FOLLOW_LAUNCHER, SERVER, ...process.argv.slice(2)] }],
  root,
)
