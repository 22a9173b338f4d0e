import { Button } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../module.ts'
import { absenceKinds, type Shift, shifts } from '../../register-words.ts'
import { AbsenceInbox } from './absence-inbox.tsx'
import { MonthInput, thisMonth } from './month-input.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('排班表', 'Duty roster'),
  month: text('月份', 'Month'),
  driver: text('驾驶员', 'Driver'),
  save: text('保存 {n} 处修改', 'Save {n} changes'),
  drop: text('不改了', 'Drop the changes'),
  saved: text('已保存', 'Saved'),
  keys: text(
    '点一下或按回车换班次：白、夜、节、休、空；方向键移动，也可按 1 白班、2 夜班、3 节假日、4 休息、0 清空。',
    'Click or press Enter for the next shift: day, night, holiday, off, none. Arrows walk; 1 day, 2 night, 3 holiday, 4 off, 0 none.',
  ),
  none: text('还没有驾驶员', 'No drivers yet'),
  leave: text('假', 'L'),
})
const short: Record<Shift, { zh: string; en: string }> = {
  DAY: text('白', 'D'),
  NIGHT: text('夜', 'N'),
  HOLIDAY: text('节', 'H'),
  OFF: text('休', 'O'),
}
const order: (Shift | null)[] = ['DAY', 'NIGHT', 'HOLIDAY', 'OFF', null]
const byKey: Readonly<Record<string, Shift | null>> = {
  1: 'DAY',
  2: 'NIGHT',
  3: 'HOLIDAY',
  4: 'OFF',
  0: null,
}
const steps: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

type Changes = ReadonlyMap<string, Shift | null>

/** Who is on duty when: a month of drivers by days, by mouse or by keys; saved in one step. */
export default function RosterPage() {
  const t = useText(messages)
  const [month, setMonth] = useState(thisMonth)
  const [changes, setChanges] = useState<Changes>(new Map())
  const read = useRead(fleet.actions.readRoster, { month })
  const write = useWrite(fleet.actions.setDuties, {
    invalidates: ['/fleet/roster', '/fleet/drivers', '/fleet/me'],
    success: t('saved'),
    onDone: () => setChanges(new Map()),
  })
  const save = () =>
    write.mutate({
      duties: [...changes].map(([key, shift]) => {
        const [driverId, day] = key.split('/') as [string, string]
        return { driverId, day, shift }
      }),
    })
  const choose = (next: string) => {
    setChanges(new Map())
    setMonth(next)
  }
  return (
    <Page
      title={t('title')}
      width="wide"
      extra={
        <span className="hq-row">
          <MonthInput label={t('month')} value={month} onChange={choose} />
          {changes.size > 0 ? (
            <>
              <Button type="primary" loading={write.isPending} onClick={save}>
                {t('save', { n: changes.size })}
              </Button>
              <Button onClick={() => setChanges(new Map())}>{t('drop')}</Button>
            </>
          ) : null}
        </span>
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className="hq-stack">
        <AbsenceInbox />
        {read.data?.drivers.length === 0 ? <Empty title={t('none')} /> : null}
        {read.data && read.data.drivers.length > 0 ? (
          <Grid roster={read.data} changes={changes} onChange={setChanges} />
        ) : null}
      </div>
    </Page>
  )
}

type Roster = NonNullable<ReturnType<typeof useRead<typeof fleet.actions.readRoster>>['data']>

interface GridProps {
  roster: Roster
  changes: Changes
  onChange: (changes: Changes) => void
}

function Grid({ roster, changes, onChange }: GridProps) {
  const t = useText(messages)
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  const put = (key: string, before: Shift | null, shift: Shift | null) => {
    const next = new Map(changes)
    if (shift === before) next.delete(key)
    else next.set(key, shift)
    onChange(next)
  }
  const walk = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus()
  return (
    <>
      {roster.can.change ? <p className="hq-faint">{t('keys')}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="fleet-roster" aria-label={t('title')} tabIndex={0}>
        <table ref={table}>
          <thead>
            <tr>
              <th scope="col">{t('driver')}</th>
              {roster.days.map(({ day, working }) => (
                <th
                  key={day}
                  scope="col"
                  className={working ? undefined : 'fleet-rest'}
                  title={format.day(day)}
                >
                  {Number(day.slice(8))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roster.drivers.map((driver, row) => (
              <tr key={driver.id}>
                <th scope="row">{driver.name}</th>
                {roster.days.map(({ day, working }, column) => {
                  const key = `${driver.id}/${day}`
                  const before = driver.duties.find((duty) => duty.day === day)?.shift ?? null
                  const away = driver.absences.find(({ from, to }) => from <= day && day <= to)
                  return (
                    <td key={day} className={working ? undefined : 'fleet-rest'}>
                      <Cell
                        place={`${row}-${column}`}
                        name={`${driver.name} ${day}`}
                        shift={changes.has(key) ? (changes.get(key) ?? null) : before}
                        changed={changes.has(key)}
                        away={away?.kind ?? null}
                        locked={!roster.can.change}
                        onPut={(shift) => put(key, before, shift)}
                        onWalk={([down, right]) => walk(row + down, column + right)}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

interface CellProps {
  place: string
  name: string
  shift: Shift | null
  changed: boolean
  away: keyof typeof absenceKinds | null
  locked: boolean
  onPut: (shift: Shift | null) => void
  onWalk: (step: [number, number]) => void
}

function Cell({ place, name, shift, changed, away, locked, onPut, onWalk }: CellProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      onWalk(step)
    } else if (event.key in byKey && !away && !locked) onPut(byKey[event.key] ?? null)
  }
  const word = away ? absenceKinds[away] : shift ? shifts[shift] : null
  return (
    <button
      type="button"
      className="fleet-cell"
      data-cell={place}
      data-changed={changed}
      aria-label={`${name} ${word ? localised(word) : ''}`}
      title={word ? localised(word) : undefined}
      aria-disabled={away !== null || locked}
      onKeyDown={onKeyDown}
      onClick={() => {
        if (!away && !locked) onPut(order[(order.indexOf(shift) + 1) % order.length] ?? null)
      }}
    >
      {away ? t('leave') : shift ? localised(short[shift]) : ''}
    </button>
  )
}
