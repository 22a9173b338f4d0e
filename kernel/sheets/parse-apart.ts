import { Worker } from 'node:worker_threads'
import type { Columns, ParsedSheet } from './columns.ts'
import { checkZip } from './open-zip.ts'
import { readTable } from './read-table.ts'
import { type Params, SheetProblem, type SheetProblemCode, type SheetWarning } from './sheet.ts'

/** What the other thread says: rows, then the warnings as the last word; or why the file cannot be taken. */
export type ApartMessage =
  | { rows: ParsedSheet<Columns>['rows'] }
  | { warnings: SheetWarning[] }
  | { problem: { code: SheetProblemCode; params: Params } }

/** Megabytes of heap that reading one sheet may take; 100,000 rows of 11 columns take about 600. */
const mostMegabytes = 1400
/** Nobody's sheet takes so long; something made to take long is cut off. */
const longestMs = 180_000
/** What unpacks to so few bytes is read at once: starting a thread would take longer. */
const small = { text: 256 * 1024, workbook: 2 * 1024 * 1024 }
/** Threads that read sheets at the same time; one more waits. */
const mostThreads = 2

let running = 0
const waiting: (() => void)[] = []

/** Waits for a free thread. @returns how to give it back */
async function takeThread(): Promise<() => void> {
  if (running >= mostThreads) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  return () => {
    running--
    waiting.shift()?.()
  }
}

interface ApartOptions {
  /** Ends the reading at once. */
  signal?: AbortSignal
  /** Hears how many rows have been read so far. */
  onRows?: (read: number) => void
}

/**
 * Reads and parses a sheet in a thread of its own, bounded in memory and time, so that a hostile or huge file harms
 * neither the server's memory nor those who wait for other answers.
 * @throws SheetProblem for a file that cannot be taken; the signal's reason when it was aborted
 */
export async function parseApart(
  columns: Columns,
  bytes: Buffer,
  fileName: string,
  options: ApartOptions = {},
): Promise<ParsedSheet<Columns>> {
  const zipped = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  if (zipped ? checkZip(bytes) <= small.workbook : bytes.length <= small.text) {
    return readTable(columns, bytes, fileName)
  }
  const giveBack = await takeThread()
  try {
    return await parseInThread(columns, bytes, fileName, options)
  } finally {
    giveBack()
  }
}

function parseInThread(
  columns: Columns,
  bytes: Buffer,
  fileName: string,
  { signal, onRows }: ApartOptions,
): Promise<ParsedSheet<Columns>> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: { bytes, fileName, columns },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    execArgv: [],
  })
  const rows: ParsedSheet<Columns>['rows'] = []
  return new Promise<ParsedSheet<Columns>>((resolve, reject) => {
    const tooMuch = () => reject(new SheetProblem('sheets.too_large', { maxMegabytes: 200 }))
    const timer = setTimeout(tooMuch, longestMs)
    const stop = () => reject(signal?.reason)
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: ApartMessage) => {
      if ('problem' in message) reject(new SheetProblem(message.problem.code, message.problem.params))
      else if ('warnings' in message) resolve({ rows, warnings: message.warnings })
      else {
        for (const row of message.rows) rows.push(row)
        onRows?.(rows.length)
      }
    })
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      reject(new Error('the reading thread ended without a word'))
    })
  }).finally(() => worker.terminate())
}
