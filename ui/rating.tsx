import { Button } from 'antd'
import { useId } from 'react'
import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  all: text('都满意，全部 5 分', 'All good: 5 for each'),
  points: text('{n} 分', '{n} {n|point|points}'),
})

const scale = [1, 2, 3, 4, 5] as const
const words: Record<number, Text> = {
  1: text('很不满意', 'Very poor'),
  2: text('不满意', 'Poor'),
  3: text('一般', 'Fair'),
  4: text('满意', 'Good'),
  5: text('很满意', 'Very good'),
}

export interface RatingProps {
  /** Dimensions in order, such as the six of the service standard. */
  dimensions: readonly { key: string; title: Text | string }[]
  /** 1–5 by key of dimension. */
  value: Readonly<Record<string, number>>
  onChange?: (value: Record<string, number>) => void
  readOnly?: boolean
}

/** Stars by dimension; one tap gives all of them five, each can still be changed. */
export function Rating({ dimensions, value, onChange, readOnly }: RatingProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const group = useId()
  return (
    <div className="hq-rating">
      {readOnly ? null : (
        <Button
          type="primary"
          size="large"
          block
          onClick={() => onChange?.(Object.fromEntries(dimensions.map(({ key }) => [key, 5])))}
        >
          {t('all')}
        </Button>
      )}
      {dimensions.map(({ key, title }) => {
        const given = value[key] ?? 0
        return (
          <fieldset key={key} disabled={readOnly}>
            <legend>{localised(title)}</legend>
            <span className="hq-stars">
              {scale.map((n) => (
                <label key={n} className={n <= given ? 'hq-star hq-star-lit' : 'hq-star'}>
                  <input
                    type="radio"
                    name={`${group}-${key}`}
                    checked={given === n}
                    onChange={() => onChange?.({ ...value, [key]: n })}
                    aria-label={`${t('points', { n })} ${localised(words[n] ?? '')}`}
                  />
                  <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d="m12 2.8 2.8 5.9 6.4.8-4.7 4.5 1.2 6.4L12 17.3l-5.7 3.1 1.2-6.4-4.7-4.5 6.4-.8z" />
                  </svg>
                </label>
              ))}
            </span>
            <span className="hq-faint hq-star-word">{given ? localised(words[given] ?? '') : '\u00a0'}</span>
          </fieldset>
        )
      })}
    </div>
  )
}
