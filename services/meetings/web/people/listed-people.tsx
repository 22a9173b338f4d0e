import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Empty } from '#ui/empty.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { Section } from '#ui/section.tsx'
import type { ParticipantRow } from '../../attendance-schema.ts'
import { meetings } from '../../module.ts'
import { PersonLine } from './person-line.tsx'

const messages = defineMessages({
  list: text('名单', 'List'),
  find: text('在名单里找', 'Find on the list'),
  docx: text('签到表 Word', 'Sheet to sign (Word)'),
  more: text('再显示 {n} 人', 'Show {n} more'),
  none: text('名单还是空的', 'The list is empty'),
  next: text('在上面选人、输入或粘贴名单。', 'Choose people above, type or paste a list.'),
  order: text('名单怎么排', 'How the list stands'),
  byUnit: text('按单位', 'By unit'),
  asGiven: text('按名单顺序', 'As given'),
  noUnit: text('未填单位', 'No unit given'),
  unit: text('{unit}，到 {came}/{all} 人', '{unit}, {came} of {all} came'),
})

type View = OutputOf<typeof meetings.actions.listParticipants>
const shownAtOnce = 100

/** The list by unit, or as it was given; each line with a tap for who came. */
export function ListedPeople({ meetingId, view }: { meetingId: string; view: View }) {
  const t = useText(messages)
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(shownAtOnce)
  const [order, setOrder] = useState<'unit' | 'given'>('unit')
  const placed = view.items.map((person, index) => ({ person, place: index + 1 }))
  const fitting = placed.filter(({ person: { name, unit } }) => `${name} ${unit}`.includes(words.trim()))
  const groups = order === 'unit' ? byUnit(fitting) : [{ unit: '', all: fitting }]
  const { exportAttendance } = meetings.actions
  let left = shown
  return (
    <Section
      title={t('list')}
      extra={
        <span className="hq-row">
          <ExportLinks action={exportAttendance} input={{ meetingId }} />
          <a href={addressOf(exportAttendance, { meetingId, format: 'docx' })} download>
            {t('docx')}
          </a>
        </span>
      }
    >
      {view.items.length === 0 ? <Empty icon="people" title={t('none')} next={t('next')} /> : null}
      {view.items.length > 1 ? (
        <Segmented<'unit' | 'given'>
          aria-label={t('order')}
          value={order}
          onChange={setOrder}
          options={[
            { value: 'unit', label: t('byUnit') },
            { value: 'given', label: t('asGiven') },
          ]}
        />
      ) : null}
      {view.items.length > 10 ? (
        <Input
          aria-label={t('find')}
          placeholder={t('find')}
          allowClear
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      ) : null}
      {groups.map(({ unit, all }) => {
        const some = all.slice(0, left)
        left -= some.length
        if (some.length === 0) return null
        const heading = t('unit', { unit: unit || t('noUnit'), came: cameOf(all), all: all.length })
        return (
          <section key={unit} className="people-unit">
            {order === 'unit' ? <h3>{heading}</h3> : null}
            <ul className="people-list" aria-label={order === 'unit' ? heading : t('list')}>
              {some.map(({ person, place }) => (
                <PersonLine
                  key={person.id}
                  meetingId={meetingId}
                  person={person}
                  place={place}
                  can={view.can}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {fitting.length > shown ? (
        <Button onClick={() => setShown(shown + shownAtOnce)}>
          {t('more', { n: Math.min(shownAtOnce, fitting.length - shown) })}
        </Button>
      ) : null}
    </Section>
  )
}

interface Placed {
  person: ParticipantRow
  place: number
}

const cameOf = (all: readonly Placed[]) => all.filter(({ person }) => person.arrivedAt !== null).length

/** The units in the order in which the first of each stands on the list; those without one last. */
function byUnit(people: readonly Placed[]): { unit: string; all: Placed[] }[] {
  const groups = new Map<string, Placed[]>()
  for (const one of people) groups.set(one.person.unit, [...(groups.get(one.person.unit) ?? []), one])
  return [...groups]
    .map(([unit, all]) => ({ unit, all }))
    .sort((one, other) => Number(one.unit === '') - Number(other.unit === ''))
}
