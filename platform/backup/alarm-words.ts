import type { Static } from 'typebox'
import { type Text, text } from '#kernel/contract/text.ts'
import type { Alarm } from './schema.ts'

/** What is wrong with the backups, and what to do. */
export const alarmWords: Record<Static<typeof Alarm>, Text> = {
  'none-yet': text('还没有任何备份，请立即备份一次', 'There is no backup yet; make one now'),
  'too-old': text('最近一份备份太旧了', 'The newest backup is too old'),
  failed: text(
    '最近一次备份或试恢复失败了，原因见记录',
    'The last backup or trial restore failed; the log says why',
  ),
  'archive-stuck': text(
    '数据库的日志无法写入备份文件夹，请检查那里的磁盘和权限',
    'The database’s log cannot be written into the backup folder; check its disk and permissions',
  ),
  off: text('定时备份已关闭', 'Backups by the clock are switched off'),
}
