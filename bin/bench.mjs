// `npm run bench`: gets a fresh clone ready and its web application built, then measures on the pinned Node.
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { prepare } from './prepare.mjs'
import { FOLLOW_LAUNCHER, runChildren } from './run-children.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = await prepare(root)
await buildWeb(root, node)
runChildren(
  [{ program: node, options: [...FOLLOW_LAUNCHER, 'bench/bench.ts', ...process.argv.slice(2)] }],
  root,
)
