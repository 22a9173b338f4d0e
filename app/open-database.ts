import { resolve } from 'node:path'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'

export interface OpenedDatabase {
  url: string
  embedded: boolean
  /** The data folder; null when the database is somebody else's to look after. */
  folder: string | null
  stop(): Promise<void>
}

/** The database of `DATABASE_URL`, or the embedded one under `HOUQIN_DATA` (default `data/`); set but empty is not set. */
export async function openDatabase(
  settings: Record<string, string | undefined>,
  root: string,
  say: (line: string) => void,
  /** Use the database of a server that runs already; for commands beside it. */
  join = false,
): Promise<OpenedDatabase> {
  if (settings.DATABASE_URL)
    return { url: settings.DATABASE_URL, embedded: false, folder: null, stop: async () => undefined }
  const folder = resolve(root, settings.HOUQIN_DATA || 'data')
  say('启动内置数据库 / starting the embedded database …')
  const { url, stop } = await startEmbeddedDatabase({ folder, log: say, join })
  return { url, embedded: true, folder, stop }
}
