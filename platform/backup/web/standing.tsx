import { Alert } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { Facts, Section } from '#ui/section.tsx'
import { alarmWords } from '../alarm-words.ts'
import type { backup } from '../module.ts'
import { messages } from './messages.ts'
import { saySize } from './say-size.ts'

type Overview = OutputOf<typeof backup.actions.readOverview>

/** The state in one look: what is wrong, the newest backup, the next one. */
export function Standing({ overview }: { overview: Overview }) {
  const t = useText(messages)
  const format = useFormat()
  const localised = useLocalised()
  const { alarms, last, nextAt, archivedAt, folder, sameDisk, ageSeconds, can } = overview
  const hours = ageSeconds === null ? null : Math.floor(ageSeconds / 3600)
  return (
    <Section title={t('standing')}>
      <div className="hq-stack">
        {alarms.length === 0 ? <Alert type="success" showIcon title={t('fine')} /> : null}
        {alarms.map((alarm) => (
          <Alert key={alarm} type="warning" showIcon title={localised(alarmWords[alarm])} />
        ))}
        {sameDisk ? <Alert type="info" showIcon title={t('sameDisk')} /> : null}
        {can.manage ? null : <Alert type="info" showIcon title={t('subordinate')} />}
        <Facts
          items={[
            { title: t('last'), value: last ? format.when(last.finishedAt) : t('none') },
            { title: t('age'), value: hours === null ? null : t('hours', { n: hours }) },
            { title: t('size'), value: last ? saySize(last.sizeBytes) : null },
            { title: t('took'), value: last ? t('seconds', { n: last.seconds.toFixed(1) }) : null },
            {
              title: t('verified'),
              value: last?.verifiedAt ? format.when(last.verifiedAt) : t('unverified'),
            },
            { title: t('next'), value: nextAt ? format.when(nextAt) : t('off') },
            { title: t('archived'), value: archivedAt ? format.when(archivedAt) : null },
            ...(folder ? [{ title: t('folder'), value: <code>{folder}</code>, wide: true }] : []),
          ]}
        />
      </div>
    </Section>
  )
}
