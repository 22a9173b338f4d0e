import { Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import type { Fact } from '../../driver-schema.ts'
import { fleet } from '../../module.ts'
import { MonthInput, thisMonth } from './month-input.tsx'
import { Opener } from './opener.tsx'

const messages = defineMessages({
  title: text('月度考核', 'Month'),
  month: text('月份', 'Month'),
  score: text('得分 {n} 分', 'Score {n}'),
  noScore: text('还没有得分', 'No score'),
  rule: text(
    '得分是各计分项的平均；所有数字来自记录，点开可看明细。',
    'The mean of the parts with points. Every number comes from records and opens to its rows.',
  ),
  points: text('计 {n} 分', '{n} points'),
  settled: text('{who}已确认，{n} 分。{note}', 'Settled by {who}: {n}. {note}'),
  differs: text(
    '确认之后有记录被更正，现在算出的与确认时不同。',
    'A record was corrected since; what comes out now differs.',
  ),
  settle: text('确认考核', 'Settle'),
  note: text('评语', 'Remark'),
  saved: text('已确认', 'Settled'),
})

/** What a driver's month was like; each figure opens to its rows. */
export function MonthCard({ driverId }: { driverId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const [month, setMonth] = useState(thisMonth)
  const read = useRead(fleet.actions.readAssessment, { driverId, month })
  const found = read.data
  return (
    <Section
      title={t('title')}
      extra={
        <span className="hq-row">
          <MonthInput label={t('month')} value={month} onChange={setMonth} />
          {found?.can.settle ? (
            <Opener title={t('settle')}>
              {(close) => <SettleForm driverId={driverId} month={month} onClose={close} />}
            </Opener>
          ) : null}
        </span>
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !found ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {found ? (
        <>
          <p>
            <strong>
              {found.score === null ? t('noScore') : t('score', { n: format.number(found.score) })}
            </strong>{' '}
            <small className="hq-faint">{t('rule')}</small>
          </p>
          {found.settled ? (
            <p>
              {t('settled', {
                who: found.settled.by,
                n: found.settled.score === null ? '—' : format.number(found.settled.score),
                note: found.settled.note,
              })}
              {found.settled.differs ? ` ${t('differs')}` : ''}
            </p>
          ) : null}
          {found.facts.map((fact) => (
            <FactLine key={fact.key} fact={fact} />
          ))}
        </>
      ) : null}
    </Section>
  )
}

function FactLine({ fact }: { fact: Fact }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const value = fact.value === null ? '—' : `${format.number(fact.value)} ${localised(fact.unit)}`
  return (
    <details className="fleet-fact">
      <summary>
        {localised(fact.title)} <strong className="hq-nowrap">{value}</strong>{' '}
        <small className="hq-faint">
          {localised(fact.words)}
          {fact.points === null ? '' : ` · ${t('points', { n: format.number(fact.points) })}`}
        </small>
      </summary>
      <ul>
        {fact.rows.map(({ id, label, detail, href }) => (
          <li key={id}>
            {href ? <LinkTo to={href}>{label}</LinkTo> : label}{' '}
            <small className="hq-faint">{localised(detail)}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface SettleProps {
  driverId: string
  month: string
  onClose: () => void
}

function SettleForm({ driverId, month, onClose }: SettleProps) {
  const t = useText(messages)
  const write = useWrite(fleet.actions.settleAssessment, {
    quiet: true,
    invalidates: ['/fleet/drivers'],
    success: t('saved'),
    onDone: onClose,
  })
  return (
    <EntryForm<{ note?: string }>
      onSubmit={(values) => write.mutate({ driverId, month, ...values })}
      problem={write.error}
      busy={write.isPending}
      submit={t('settle')}
      onCancel={onClose}
    >
      <Field name="note" label={t('note')}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
      </Field>
    </EntryForm>
  )
}
