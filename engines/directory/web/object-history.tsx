import type { OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { History } from '#ui/history.tsx'
import { Section } from '#ui/section.tsx'
import { directory } from '../module.ts'
import { identityKinds, roomKinds, unitKinds } from '../words.ts'
import { messages } from './messages.ts'

/** What the columns of a change are called; those that are not here say nothing to a reader. */
const columns: Record<string, Text> = {
  code: text('编码', 'Code'),
  name: text('名称', 'Name'),
  short_name: text('简称', 'Short name'),
  level: text('级别', 'Level'),
  kind: text('类别', 'Kind'),
  address: text('地址', 'Address'),
  floor: text('楼层', 'Floor'),
  floor_area_m2: text('建筑面积（㎡）', 'Floor area (m²)'),
  staff_no: text('工号', 'Staff number'),
  unit: text('单位', 'Unit'),
  title: text('职务', 'Title'),
  rank: text('职级', 'Rank'),
  identity_kind: text('人员类别', 'Kind'),
  skills: text('技能', 'Trades'),
  origin: text('来源', 'From'),
  education: text('学历', 'Education'),
  key_person: text('重点服务对象', 'Key person'),
  opened_on: text('启用日期', 'Opened'),
  closed_on: text('停用日期', 'Closed'),
  left_on: text('离任日期', 'Left'),
  from_day: text('生效日期', 'From'),
}
const words: Record<string, Text> = { ...unitKinds, ...identityKinds, ...roomKinds }
const yes = text('是', 'yes')
const no = text('否', 'no')

type Line = OutputOf<typeof directory.actions.readHistory>['items'][number]

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}

/** What happened to a unit, person, site or room, for those who may know. */
export function ObjectHistory({ objectId }: { objectId: string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { allowed } = useSession()
  const may = allowed('directory.read-history')
  const history = useRead(directory.actions.readHistory, { objectId }, { enabled: may, keep: false })
  if (!may || !history.data) return null
  const said = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—'
    if (typeof value === 'boolean') return localised(value ? yes : no)
    if (Array.isArray(value)) return value.join('、') || '—'
    const known = words[String(value)]
    return known ? localised(known) : String(value)
  }
  const noteOf = (line: Line) => {
    const [before, after] = [record(line.before), record(line.after)]
    const changes = Object.keys(after)
      .filter((column) => column in columns)
      .map((column) => {
        const label = localised(columns[column]!)
        const old = column in before ? `${said(before[column])} → ` : ''
        return { column, said: `${label}：${old}${said(after[column])}` }
      })
    return (
      <>
        {line.reason ? <div>{line.reason}</div> : null}
        {changes.map((change) => (
          <div key={change.column}>{change.said}</div>
        ))}
      </>
    )
  }
  return (
    <Section title={t('history')} look="plain">
      {history.data.items.length === 0 ? (
        <p className="hq-faint">{t('noHistory')}</p>
      ) : (
        <History
          events={history.data.items.map((line) => ({
            id: line.id,
            at: line.at,
            title: line.title,
            who: line.actorName,
            note: noteOf(line),
          }))}
        />
      )}
    </Section>
  )
}
