import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#kernel/contract/action.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { DayInput } from '#ui/day-input.tsx'
import { Problem } from '#ui/problem.tsx'
import { reports } from '../module.ts'
import { reportPeriod, reportWords } from '../report-period.ts'
import type { ReportKind } from '../schema.ts'
import { kindNames, messages } from './messages.ts'

const yearsBack = 4
const kinds = Object.keys(kindNames) as ReportKind[]

/** The newest half or month whose days have begun. */
function usual(today: string) {
  const month = Number(today.slice(5, 7))
  return { year: Number(today.slice(0, 4)), half: (month > 6 ? 2 : 1) as 1 | 2, month }
}

/** Kind and period, most of it already right; one press writes the first draft from the figures. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const today = todayInChina()
  const now = usual(today)
  const [kind, setKind] = useState<ReportKind>('annual')
  const [{ year, half, month }, setWhen] = useState(now)
  const [cutoff, setCutoff] = useState<string | null>(null)
  const create = useWrite(reports.actions.createReport, {
    invalidates: ['/reports'],
    quiet: true,
    onDone: ({ id }) => go(`/reports/${id}`),
  })
  const period = reportPeriod(kind, year, half, month)
  const begun = period !== null && period.from <= today
  const usualCutoff = period && today < period.to ? today : period?.to
  const write = () => {
    const input: InputOf<typeof reports.actions.createReport> = {
      kind,
      year,
      ...(kind === 'half-year' ? { half } : {}),
      ...(kind === 'monthly' ? { month } : {}),
      ...(cutoff ? { cutoffOn: cutoff } : {}),
    }
    create.mutate(input)
  }
  const change = (next: Partial<typeof now>) => {
    setCutoff(null)
    setWhen((before) => ({ ...before, ...next }))
  }
  return (
    <Modal open title={t('create')} onCancel={onClose} footer={null} destroyOnHidden width="36rem">
      <div className="hq-stack">
        <ChoiceTiles
          label={t('kind')}
          value={kind}
          onChange={(next) => {
            setCutoff(null)
            setKind(next as ReportKind)
          }}
          options={kinds.map((value) => ({ value, title: kindNames[value], note: t(`note-${value}`) }))}
        />
        <div className="hq-row">
          <Select<number>
            aria-label={t('year')}
            value={year}
            options={Array.from({ length: yearsBack + 1 }, (_none, back) => ({
              value: now.year - back,
              label: t('yearOf', { year: now.year - back }),
            }))}
            onChange={(next) => change({ year: next })}
          />
          {kind === 'half-year' ? (
            <Select<1 | 2>
              aria-label={t('half')}
              value={half}
              options={[
                { value: 1, label: t('firstHalf') },
                { value: 2, label: t('secondHalf') },
              ]}
              onChange={(next) => change({ half: next })}
            />
          ) : null}
          {kind === 'monthly' ? (
            <Select<number>
              aria-label={t('month')}
              value={month}
              options={Array.from({ length: 12 }, (_none, at) => ({
                value: at + 1,
                label: t('monthOf', { month: at + 1 }),
              }))}
              onChange={(next) => change({ month: next })}
            />
          ) : null}
          <span className="hq-row">
            <span className="hq-faint">{t('cutoff')}</span>
            <DayInput
              label={t('cutoff')}
              value={cutoff ?? usualCutoff ?? null}
              min={period?.from}
              max={period?.to}
              onChange={setCutoff}
            />
          </span>
        </div>
        {period && begun ? (
          <p className="hq-soft">{t('willWrite', { title: reportWords(kind, period.from).title })}</p>
        ) : (
          <p className="hq-soft">{t('notBegun')}</p>
        )}
        {create.error ? <Problem error={create.error} /> : null}
        <Button
          type="primary"
          size="large"
          block
          loading={create.isPending}
          disabled={!begun}
          onClick={write}
        >
          {t(create.isPending ? 'writing' : 'write')}
        </Button>
      </div>
    </Modal>
  )
}
