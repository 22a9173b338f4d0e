// `npm run case -- <folder>`: gets a fresh clone ready, then runs the case on the pinned Node.
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.mjs'
import { FOLLOW_LAUNCHER, runChildren } from './run-children.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const node = await prepare(root)
runChildren([{ program: node, options: [...FOLLOW_LAUNCHER, 'app/case.ts', ...process.argv.slice(2)] }], root)
