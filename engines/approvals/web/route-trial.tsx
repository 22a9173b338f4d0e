import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import { UnitPicker } from '#engines/directory/web/pickers.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Problem } from '#ui/problem.tsx'
import { routeActions } from '../actions-routes.ts'
import type { SubjectType } from '../schema.ts'

const messages = defineMessages({
  title: text('试一试：这样的“{name}”走哪条？', 'Try: which route would such a “{name}” take?'),
  unit: text('申请单位', 'Unit that asks'),
  go: text('试一试', 'Try'),
  none: text('没有符合的审批流，无需审批。', 'None fits: nobody need approve.'),
  takes: text('走“{title}”。', 'It takes “{title}”.'),
  step: text('{title}：{names}', '{title}: {names}'),
  nobody: text('没有可以办理的人，会上报', 'nobody to ask; it is passed upwards'),
})

type Subject = Static<typeof SubjectType>

/** Which route a matter with these facts would take today, and who would be asked. */
export function RouteTrial({ subject, name }: { subject: Subject; name: string }) {
  const t = useText(messages)
  const say = useLocalised()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [values, setValues] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState<{ unitId?: string; facts: string[] }>()
  const trial = useRead(
    routeActions.tryRoute,
    { type: subject.type, ...(asked ?? { facts: [] }) },
    { enabled: asked !== undefined, keep: false },
  )
  const units = subject.facts.filter(({ kind }) => kind === 'unit').map((fact) => fact.name)
  const ask = () => {
    const all = { ...values, ...(unitId ? Object.fromEntries(units.map((unit) => [unit, unitId])) : {}) }
    const facts = Object.entries(all).map(([fact, value]) => `${fact}=${value}`)
    setAsked({ ...(unitId ? { unitId } : {}), facts })
  }
  const set = (fact: string, value: string | null | undefined) =>
    setValues(({ [fact]: _, ...rest }) => (value ? { ...rest, [fact]: value } : rest))
  return (
    <details>
      <summary>{t('title', { name })}</summary>
      <div className="hq-stack hq-stack-tight">
        <div className="hq-grid">
          <div>
            <span className="hq-soft">{t('unit')}</span>
            <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} />
          </div>
          {subject.facts.map((fact) =>
            fact.kind === 'unit' ? null : (
              <div key={fact.name}>
                <span className="hq-soft">{say(fact.title)}</span>
                {fact.kind === 'number' ? (
                  <InputNumber
                    aria-label={say(fact.title)}
                    style={{ width: '100%' }}
                    suffix={fact.unit ? say(fact.unit) : undefined}
                    onChange={(value) => set(fact.name, value === null ? null : String(value))}
                  />
                ) : (
                  <Select
                    aria-label={say(fact.title)}
                    allowClear
                    style={{ width: '100%' }}
                    options={fact.words.map(({ value, title }) => ({ value, label: say(title) }))}
                    onChange={(value: string | undefined) => set(fact.name, value)}
                  />
                )}
              </div>
            ),
          )}
        </div>
        <div className="hq-row">
          <Button onClick={ask} loading={trial.isFetching}>
            {t('go')}
          </Button>
        </div>
        {trial.error ? <Problem error={trial.error} /> : null}
        {asked && trial.data ? (
          <div role="status">
            <p>{trial.data.route ? t('takes', { title: trial.data.route.title }) : t('none')}</p>
            <ol className="route-steps">
              {trial.data.people.map(({ title, names }) => (
                <li key={title}>{t('step', { title, names: names.join('、') || t('nobody') })}</li>
              ))}
            </ol>
          </div>
        ) : null}
      </div>
    </details>
  )
}
