import { Button, Input } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { mostStops } from '../../route-words.ts'

const messages = defineMessages({
  stop: text('途经点 {n}', 'Stop {n}'),
  add: text('加途经点', 'Add a stop'),
  remove: text('去掉途经点 {n}', 'Take stop {n} out'),
  earlier: text('途经点 {n} 提前', 'Stop {n} earlier'),
})

interface RideStopsProps {
  value: readonly string[]
  onChange: (next: readonly string[]) => void
}

/** The places on the way to the destination, in the order they are driven to. */
export function RideStops({ value, onChange }: RideStopsProps) {
  const t = useText(messages)
  const earlier = (at: number) => {
    const next = [...value]
    next.splice(at - 1, 2, value[at]!, value[at - 1]!)
    onChange(next)
  }
  return (
    <div className="hq-stack hq-stack-tight">
      {value.map((stop, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stop has no name but its place in the order
        <div key={at} className="ride-stop">
          <Input
            size="large"
            maxLength={200}
            aria-label={t('stop', { n: at + 1 })}
            placeholder={t('stop', { n: at + 1 })}
            value={stop}
            onChange={({ target }) => onChange(value.with(at, target.value))}
          />
          {at > 0 ? (
            <Button
              size="large"
              aria-label={t('earlier', { n: at + 1 })}
              title={t('earlier', { n: at + 1 })}
              onClick={() => earlier(at)}
            >
              ↑
            </Button>
          ) : null}
          <Button
            size="large"
            aria-label={t('remove', { n: at + 1 })}
            title={t('remove', { n: at + 1 })}
            onClick={() => onChange(value.toSpliced(at, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      {value.length < mostStops ? (
        <span>
          <Button disabled={value.at(-1)?.trim() === ''} onClick={() => onChange([...value, ''])}>
            {t('add')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
