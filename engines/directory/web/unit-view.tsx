import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { directory } from '../module.ts'
import { unitKinds } from '../words.ts'
import { ClosingForm } from './closing-form.tsx'
import { messages } from './messages.ts'
import { ObjectHistory } from './object-history.tsx'
import { ChangeUnitForm } from './unit-form.tsx'

/** A unit: what it is called, what stands above and below it, and what may be done. */
export function UnitView({ unitId }: { unitId: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [doing, setDoing] = useState<'change' | 'close' | null>(null)
  const { data: unit, error, refetch } = useRead(directory.actions.readUnit, { unitId }, { keep: false })
  if (error) return <Problem error={error} onRetry={refetch} />
  if (!unit) return <Loading />
  const stop = () => setDoing(null)
  if (doing === 'change') return <ChangeUnitForm unit={unit} onDone={stop} />
  if (doing === 'close')
    return (
      <ClosingForm
        action={directory.actions.closeUnit}
        inputOf={(values) => ({ ...values, unitId: unit.id })}
        note={t('closeUnitNote')}
        submit={t('closeUnit')}
        success={t('closeDone')}
        onDone={stop}
      />
    )
  const facts = [
    { title: t('unitCode'), value: unit.code },
    { title: t('kind'), value: localised(unitKinds[unit.kind]) },
    { title: t('shortName'), value: unit.shortName },
    { title: t('level'), value: unit.level },
    {
      title: t('parent'),
      value: unit.parentId ? (
        <LinkTo to={`/organisation/units/${unit.parentId}`}>{unit.parentName}</LinkTo>
      ) : null,
    },
    { title: t('headcount'), value: format.number(unit.people) },
  ]
  return (
    <div className="hq-stack">
      {unit.closedOn ? (
        <StateTag tone="ended" title={t('closed', { day: format.day(unit.closedOn, 'plain') })} />
      ) : null}
      <Facts items={facts.filter(({ value }) => value !== null)} />
      <div className="hq-row">
        <LinkTo to={`/organisation?unitId=${unit.id}`}>{t('showAll')}</LinkTo>
        {unit.can.change ? <Button onClick={() => setDoing('change')}>{t('change')}</Button> : null}
        {unit.can.close ? (
          <Button danger onClick={() => setDoing('close')}>
            {t('closeUnit')}
          </Button>
        ) : null}
      </div>
      {unit.children > 0 ? <UnitsBelow unitId={unit.id} /> : null}
      <ObjectHistory objectId={unit.id} />
    </div>
  )
}

function UnitsBelow({ unitId }: { unitId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const { data } = useRead(directory.actions.listUnits, { parentId: unitId, limit: 200 }, { keep: false })
  return (
    <Section title={t('below')} look="plain">
      <ul className="directory-lines">
        {data?.items.map((unit) => (
          <li key={unit.id}>
            <LinkTo to={`/organisation/units/${unit.id}`}>{unit.name}</LinkTo>
            <span className="hq-faint">{format.number(unit.people)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
