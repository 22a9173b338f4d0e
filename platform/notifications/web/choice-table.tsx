import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import './notifications.css'

const messages = defineMessages({
  kind: text('消息', 'News'),
  must: text('必收', 'Always'),
  urgent: text('（紧急）', ' (urgent)'),
  box: text('{title}：{way}', '{title}: {way}'),
})

export interface ChoiceLine {
  type: string
  module: Text
  title: Text
  urgent: boolean
}

export interface ChoiceBox {
  key: string
  title: Text
}

export interface BoxState {
  on: boolean
  locked: boolean
}

/** Boxes of kinds of news × ways, in groups by module. */
export function ChoiceTable<L extends ChoiceLine>(props: {
  label: string
  lines: readonly L[]
  columns: readonly ChoiceBox[]
  stateOf: (line: L, column: string) => BoxState
  onChange: (line: L, column: string, on: boolean) => void
}) {
  const t = useText(messages)
  const say = useLocalised()
  const { lines, columns, stateOf, onChange } = props
  const groups = [...new Set(lines.map(({ module }) => module.zh))]
  return (
    <table className="hq-news-choices" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {say(column.title)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => {
        const inside = lines.filter(({ module }) => module.zh === group)
        return (
          <tbody key={group}>
            <tr className="hq-news-choices-group">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {say(inside[0]!.module)}
              </th>
            </tr>
            {inside.map((line) => (
              <tr key={line.type}>
                <th scope="row">
                  {say(line.title)}
                  {line.urgent ? <span className="hq-faint">{t('urgent')}</span> : null}
                </th>
                {columns.map((column) => {
                  const { on, locked } = stateOf(line, column.key)
                  return (
                    <td key={column.key}>
                      {locked && on ? (
                        <span className="hq-faint">{t('must')}</span>
                      ) : (
                        <label>
                          <input
                            type="checkbox"
                            checked={on}
                            disabled={locked}
                            aria-label={t('box', { title: say(line.title), way: say(column.title) })}
                            onChange={({ target }) => onChange(line, column.key, target.checked)}
                          />
                        </label>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
