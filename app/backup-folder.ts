import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Where backups go: `HOUQIN_BACKUP`, else `backups` beside the embedded database. A folder on another disk is better,
 * which only the operator can name.
 */
export function backupFolder(settings: Record<string, string | undefined>, root: string): string {
  if (settings.HOUQIN_BACKUP) return resolve(root, settings.HOUQIN_BACKUP)
  const data = dataFolder(settings, root)
  const cluster = join(data, 'postgres')
  // For root the database may live below /var/lib/houqin, where its account can go.
  return join(existsSync(cluster) ? dirname(realpathSync(cluster)) : data, 'backups')
}

/** The data folder: `HOUQIN_DATA`, else `data`. */
export function dataFolder(settings: Record<string, string | undefined>, root: string): string {
  return resolve(root, settings.HOUQIN_DATA || 'data')
}
