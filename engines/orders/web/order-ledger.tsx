import type { OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import type { LedgerPhase } from '../ledger.ts'
import { orders } from '../module.ts'
import { holderRoles, pauseReasons } from '../words.ts'
import { Fold } from './fold.tsx'

const messages = defineMessages({
  title: text('每一分钟在谁手里', 'In whose hands every minute was'),
  total: text('共用工作时间 {working}', '{working} of working time in all'),
  held: text('，其中暂停 {held}（不计入承诺）', ', {held} of it on hold (not counted)'),
  who: text('在谁手里', 'Holder'),
  phase: text('办到', 'Stage'),
  span: text('什么时候', 'When'),
  minutes: text('工作时间', 'Working time'),
  breach: text(
    '超出承诺 工作时间 {over}：到期时在{holder}手里',
    '{over} of working time late; {holder} held it when it fell due',
  ),
  share: text('{holder} {minutes}（{percent}%）', '{holder} {minutes} ({percent}%)'),
  now: text('现在', 'now'),
  pledge: text(
    '{when} {who}调整承诺：{respond}内响应，{finish}内办好',
    '{when} {who} changed the pledge: answer within {respond}, finish within {finish}',
  ),
  bar: text('各人占用的时间', 'Time by holder'),
})

const phases: Record<LedgerPhase, Text> = {
  reception: text('等受理', 'To be taken on'),
  assigned: text('等接单', 'To be accepted'),
  accepted: text('接单待上门', 'Accepted, not begun'),
  working: text('处理', 'Work'),
  confirming: text('等确认', 'To be confirmed'),
  closed: text('已结束', 'Ended'),
}

type Ledger = OutputOf<typeof orders.actions.readLedger>
type Line = Ledger['lines'][number]

/** 流转台账: who had it from when to when, as a bar and a table; and whose time it was if it came too late. */
export function OrderLedger({ orderId, title }: { orderId: string; title?: string }) {
  const t = useText(messages)
  const ledger = useRead(orders.actions.readLedger, { orderId })
  return (
    <Section title={title ?? t('title')}>
      {ledger.isPending ? <Loading compact /> : null}
      {ledger.error ? <Problem error={ledger.error} onRetry={() => void ledger.refetch()} /> : null}
      {ledger.data ? <LedgerBody ledger={ledger.data} /> : null}
    </Section>
  )
}

function LedgerBody({ ledger }: { ledger: Ledger }) {
  const t = useText(messages)
  const format = useFormat()
  const { breach } = ledger
  return (
    <div className="hq-stack hq-stack-tight">
      <p className="hq-soft">
        {t('total', { working: format.duration(ledger.totalWorkingMinutes) })}
        {ledger.heldMinutes > 0 ? t('held', { held: format.duration(ledger.heldMinutes) }) : null}
      </p>
      <LedgerBar lines={ledger.lines} />
      {breach ? (
        <div className="hq-problem" role="note">
          <div className="hq-problem-words">
            <strong>
              {t('breach', { over: format.duration(breach.overdueMinutes), holder: breach.holderWhenDue })}
            </strong>
            <p>
              {breach.shares
                .map((one) =>
                  t('share', {
                    holder: one.holder,
                    minutes: format.duration(one.minutesBeforeDue + one.minutesAfterDue),
                    percent: Math.round(one.share * 100),
                  }),
                )
                .join('，')}
            </p>
          </div>
        </div>
      ) : null}
      <Fold>
        <LedgerTable lines={ledger.lines} asOf={ledger.asOf} />
      </Fold>
      {ledger.pledges.slice(1).map((pledge) => (
        <p key={pledge.at} className="hq-faint">
          {t('pledge', {
            when: format.when(pledge.at),
            who: pledge.byName,
            respond: format.duration(pledge.respondMinutes),
            finish: format.duration(pledge.finishMinutes),
          })}
        </p>
      ))}
    </div>
  )
}

function LedgerBar({ lines }: { lines: readonly Line[] }) {
  const t = useText(messages)
  const format = useFormat()
  const total = lines.reduce((sum, line) => sum + line.calendarMinutes, 0)
  if (total === 0) return null
  const holders = [...new Set(lines.map((line) => line.holder))]
  return (
    <div className="hq-ledger-bar" role="img" aria-label={t('bar')}>
      {lines.map((line) => (
        <span
          key={`${line.from}${line.phase}`}
          className={`hq-ledger-part hq-ledger-${holders.indexOf(line.holder) % 5}${line.pauseReason ? ' hq-ledger-held' : ''}`}
          style={{ flexGrow: Math.max(line.calendarMinutes / total, 0.015) }}
          title={`${line.holder} ${format.duration(line.workingMinutes)}`}
        >
          {line.calendarMinutes / total > 0.2 ? line.holder : ''}
        </span>
      ))}
    </div>
  )
}

function LedgerTable({ lines, asOf }: { lines: readonly Line[]; asOf: string }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const phaseOf = (line: Line) => {
    const words = say(phases[line.phase as LedgerPhase] ?? line.phase)
    const why = line.pauseReason && pauseReasons[line.pauseReason as keyof typeof pauseReasons]
    return why ? `${words}（${say(why)}）` : words
  }
  const endOf = (line: Line) =>
    format.day(line.from) === format.day(line.to) ? format.time(line.to) : format.when(line.to)
  const columns: Column<Line>[] = [
    {
      key: 'who',
      title: t('who'),
      render: (line) => (
        <>
          {line.holder || say(holderRoles[line.role])}{' '}
          {line.holder ? <small className="hq-faint">{say(holderRoles[line.role])}</small> : null}
        </>
      ),
    },
    { key: 'phase', title: t('phase'), render: phaseOf, card: 'mark' },
    {
      key: 'span',
      title: t('span'),
      render: (line) => {
        const until = line.to === asOf ? t('now') : endOf(line)
        return `${format.when(line.from)} – ${until}`
      },
    },
    {
      key: 'minutes',
      title: t('minutes'),
      align: 'right',
      render: (line) => format.duration(line.workingMinutes),
    },
  ]
  return (
    <PlainTable
      label={t('title')}
      columns={columns}
      rows={lines}
      rowKey={(line) => `${line.from} ${line.phase}`}
    />
  )
}
