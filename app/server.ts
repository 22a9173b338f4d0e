import { startServer } from './start-server.ts'

// A reason the operator can act on is one line; anything else shows where it came from.
await startServer(process.env)
