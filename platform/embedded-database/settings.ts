import { totalmem } from 'node:os'

/**
 * Settings written into a new cluster's postgresql.conf, where whoever runs the machine may change them later.
 * Sized for a small machine that also runs houqin itself.
 */
export function clusterSettings(): Record<string, string> {
  const roomy = totalmem() >= 4 * 1024 ** 3
  return {
    shared_buffers: roomy ? '256MB' : '128MB',
    effective_cache_size: `${Math.round(totalmem() / 2 / 1024 ** 2)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_connections: '100',
    wal_level: 'replica',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'Asia/Shanghai',
    // Seven files that overwrite each other; statements stay out of them because they carry personal data.
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_checkpoints: 'off',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }
}

/** Name of the script in the cluster that copies a finished piece of the log away; written when backups begin. */
export const ARCHIVE_SCRIPT = 'houqin_archive'
const ARCHIVE_COMMAND = `test ! -f ${ARCHIVE_SCRIPT} || exec /bin/sh ${ARCHIVE_SCRIPT} "%p" "%f"`

/** Settings that houqin depends on; given on the command line, so that nothing in the cluster overrides them. */
export function startSettings(socketFolder: string, fast: boolean): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`, // a list, where a comma divides
    unix_socket_permissions: '0700',
    port: '5432', // only part of the socket's name: nothing listens on the network
    cluster_name: 'houqin',
    logging_collector: 'on',
    log_directory: 'log',
    // A query whose server was killed must not hold its locks against the next one.
    client_connection_check_interval: '2s',
    // Changing archive_mode needs a restart, so it is always on; until a backup puts this script there, it asks nothing.
    ...(fast ? {} : { archive_mode: 'on', archive_command: ARCHIVE_COMMAND }),
    ...(fast ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  }
}
