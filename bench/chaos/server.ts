/** The real server with the tally beside its modules; started by the chaos run and the test of two nodes. */
import { serverModules } from '#app/modules.ts'
import { startServer } from '#app/start-server.ts'
import { tallyServer } from './tally-module.ts'

await startServer(process.env, [...serverModules, tallyServer])
