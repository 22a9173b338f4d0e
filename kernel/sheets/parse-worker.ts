import { parentPort, workerData } from 'node:worker_threads'
import type { Columns } from './columns.ts'
import type { ApartMessage } from './parse-apart.ts'
import { readTable } from './read-table.ts'
import { SheetProblem } from './sheet.ts'

/** Rows handed over at once. */
const atOnce = 2000

const { bytes, fileName, columns } = workerData as { bytes: Uint8Array; fileName: string; columns: Columns }
const say = (message: ApartMessage) => parentPort?.postMessage(message)

try {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { rows, warnings } = await readTable(columns, file, fileName)
  for (let start = 0; start < rows.length; start += atOnce) say({ rows: rows.slice(start, start + atOnce) })
  say({ warnings })
} catch (error) {
  if (!(error instanceof SheetProblem)) throw error
  say({ problem: { code: error.code, params: error.params } })
}
