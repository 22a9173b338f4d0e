import { Type } from 'typebox'
import { Done, Id, Nothing, read, write } from '#kernel/contract/action.ts'
import { defineModule } from '#kernel/contract/module.ts'
import { text } from '#kernel/contract/text.ts'
import { CopyName, Overview, RunKind, Settings } from './schema.ts'

/** Backups of the embedded database, by the clock and by hand, and trial restores of them. */
export const backup = defineModule({
  name: 'backup',
  title: text('备份', 'Backup'),
  dependsOn: [],
  permissions: {
    'backup.manage': { title: text('管理备份', 'Manage backups'), roles: ['admin'] },
  },
  actions: {
    readOverview: read({
      path: '/backup',
      permission: 'backup.manage',
      input: Nothing,
      output: Overview,
      summary: text('备份、记录和设置', 'Backups, their log and settings'),
    }),
    changeSettings: write({
      method: 'PUT',
      path: '/backup/settings',
      permission: 'backup.manage',
      input: Settings,
      output: Done,
      summary: text('设置备份时间和保留份数', 'Set when to back up and what to keep'),
    }),
    startRun: write({
      path: '/backup/runs',
      permission: 'backup.manage',
      input: Type.Object({ kind: RunKind, copyName: Type.Optional(CopyName) }),
      output: Type.Object({ id: Id }),
      summary: text('立即备份，或试恢复一份备份', 'Back up now, or restore a backup for trial'),
    }),
  },
  events: {
    'backup.settings_changed': text('修改备份设置', 'Backup settings changed'),
    'backup.asked': text('要求备份或验证', 'Backup or verification asked for'),
  },
  menu: [
    {
      title: text('备份', 'Backup'),
      path: '/backup',
      icon: 'database',
      permission: 'backup.manage',
      group: 'system',
      order: 60,
    },
  ],
  problems: {
    'backup.not_embedded': text(
      '数据库是您自己的 PostgreSQL，请用它自带的工具备份（本页有命令）。',
      'The database is a PostgreSQL of your own: back it up with its own tools (the page has the commands).',
    ),
    'backup.not_yours': text(
      '备份包含所有机关的数据，只有没有上级的机关的管理员可以管理。',
      'Backups hold the data of all bureaus: only administrators of a bureau without a superior manage them.',
    ),
    'backup.under_way': text(
      '已有备份或验证在进行或等待，请等它结束。',
      'A backup or verification is under way or waiting: wait until it has ended.',
    ),
    'backup.no_such_copy': text(
      '没有这份备份，它可能已按保留规则删除。',
      'There is no such backup; the policy may have removed it.',
    ),
  },
})
