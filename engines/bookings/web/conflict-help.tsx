import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { Problem } from '#ui/problem.tsx'
import type { Alternative } from '../schema.ts'
import { useSpanWords } from './span-words.ts'

const messages = defineMessages({
  elsewhere: text('同一时间，换个地方', 'The same time elsewhere'),
  times: text('还在这里，换个时间', 'Another time here'),
  wait: text('排队候补，空出来就给我', 'Wait: give it to me when it is free'),
  none: text('这几天都没有合适的，可以排队候补。', 'Nothing fits these days; you can wait for it.'),
})

interface ConflictHelpProps {
  /** What the write threw; anything but a clash is shown as it is. */
  error: unknown
  busy?: boolean
  onChoose: (way: Alternative) => void
  /** Absent where there is no waiting list. */
  onWait?: () => void
}

/** A clash with its ways out, one tap each. */
export function ConflictHelp({ error, busy = false, onChoose, onWait }: ConflictHelpProps) {
  const t = useText(messages)
  const span = useSpanWords()
  if (!error) return null
  const { code, extra } = problemOf(error)
  if (code !== 'bookings.conflict') return <Problem error={error} />
  const ways = (extra.alternatives ?? []) as Alternative[]
  const groups = [
    {
      title: t('elsewhere'),
      ways: ways.filter(({ kind }) => kind === 'elsewhere'),
      words: (way: Alternative) => way.resource.name,
    },
    {
      title: t('times'),
      ways: ways.filter(({ kind }) => kind === 'other-time'),
      words: (way: Alternative) => span(way.from, way.to),
    },
  ]
  return (
    <div className="hq-stack hq-stack-tight">
      <Problem error={error} />
      {groups.map((group) =>
        group.ways.length === 0 ? null : (
          <section key={group.title} aria-label={group.title} className="hq-stack hq-stack-tight">
            <h3>{group.title}</h3>
            <div className="hq-buttons">
              {group.ways.map((way) => (
                <Button key={`${way.resource.id}${way.from}`} disabled={busy} onClick={() => onChoose(way)}>
                  {group.words(way)}
                </Button>
              ))}
            </div>
          </section>
        ),
      )}
      {ways.length === 0 ? <p className="hq-soft">{t('none')}</p> : null}
      {onWait ? (
        <Button disabled={busy} onClick={onWait}>
          {t('wait')}
        </Button>
      ) : null}
    </div>
  )
}
