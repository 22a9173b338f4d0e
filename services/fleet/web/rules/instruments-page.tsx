import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import type { InstrumentView } from '../../instrument-schema.ts'
import { fleet } from '../../module.ts'
import { ExecutorLine } from './executor-line.tsx'
import './instruments.css'

const messages = defineMessages({
  title: text('用车制度', 'Rules on vehicles'),
  span: text(
    '每条由哪条规则或核对执行；次数为 {from} – {to}',
    'What carries each clause out; counts are of {from} – {to}',
  ),
  version: text('{code} 第 {n} 版，{day} 起', '{code}, version {n}, since {day}'),
  byHand: text('由经办人执行，系统不核对。', 'People keep to it; the system does not check.'),
  none: text('还没有用车制度', 'There are no instruments on vehicles yet'),
  next: text(
    '编号 HQ/GB-001、HQ/GB-002 的制度发布后，条款和执行情况在这里。',
    'Once HQ/GB-001 and HQ/GB-002 are issued, their clauses stand here.',
  ),
})

/** The instruments that govern official vehicles: each clause with what carries it out, and how often that bit. */
export default function InstrumentsPage() {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(fleet.actions.listInstruments, {})
  const data = read.data
  return (
    <Page
      title={t('title')}
      width="wide"
      subtitle={
        data
          ? t('span', { from: format.day(data.from, 'plain'), to: format.day(data.to, 'plain') })
          : undefined
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {data?.items.length === 0 ? <Empty title={t('none')} next={t('next')} icon="rules" /> : null}
      <div className="hq-stack">
        {data?.items.map((one) => (
          <Instrument key={one.id} instrument={one} />
        ))}
      </div>
    </Page>
  )
}

function Instrument({ instrument }: { instrument: InstrumentView }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const { id, code, title, version, issuedAt, clauses } = instrument
  return (
    <Section
      title={title}
      extra={
        <LinkTo to={`/standards/${id}`}>
          {t('version', { code, n: version, day: format.day(issuedAt, 'plain') })}
        </LinkTo>
      }
    >
      {clauses.map((clause) => (
        <article key={clause.code} className="fleet-clause">
          <h3>
            <span className="hq-faint">{clause.code}</span> {localised(clause.title)}
          </h3>
          <p>{localised(clause.body)}</p>
          {clause.executors.length === 0 ? <p className="hq-faint">{t('byHand')}</p> : null}
          <ul>
            {clause.executors.map((executor) => (
              <ExecutorLine key={executor.by + executor.title.zh} executor={executor} />
            ))}
          </ul>
        </article>
      ))}
    </Section>
  )
}
