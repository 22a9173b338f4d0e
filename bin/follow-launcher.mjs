// Loaded into the server by bin/start.mjs and bin/dev.mjs: when the launcher dies, however hard, the server stops
// in order instead of staying behind with the port and the database.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
