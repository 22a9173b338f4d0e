import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import type { HealthSign } from '#kernel/server-module.ts'
import { alarmWords } from '../alarm-words.ts'
import { readStanding } from './read-standing.ts'

/** Whether the installation is backed up, for the administrator's first screen; silent for a database of one's own. */
export async function readBackupHealth(ctx: Ctx): Promise<HealthSign[]> {
  const { embedded, alarms, ageSeconds } = await readStanding(ctx.db, ctx.now)
  if (!embedded) return []
  const sign = { id: 'backup.standing', title: text('备份', 'Backup'), href: '/backup' }
  const words = (key: 'zh' | 'en') =>
    alarms.map((alarm) => alarmWords[alarm][key]).join(key === 'zh' ? '；' : '; ')
  if (alarms.length > 0)
    return [
      {
        ...sign,
        state: alarms.every((one) => one === 'off') ? 'warn' : 'bad',
        words: text(words('zh'), words('en')),
      },
    ]
  if (ageSeconds === null)
    return [
      {
        ...sign,
        state: 'warn',
        words: text('还没有备份，今晚会做第一份', 'None yet; the first is made tonight'),
      },
    ]
  const hours = Math.floor(ageSeconds / 3600)
  return [
    {
      ...sign,
      state: 'good',
      words: text(`最近一份是 ${hours} 小时前的`, `The newest is ${hours} hours old`),
    },
  ]
}
