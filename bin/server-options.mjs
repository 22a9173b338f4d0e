// Options of Node for the server: its memory stays small (a third of what it takes by itself on a large machine, see
// docs/performance.md), because it collects garbage earlier and more often. They set no limit: a large import gets what it needs.
export const SERVER_OPTIONS = ['--max-semi-space-size=2', '--heap-growing-percent=15']
