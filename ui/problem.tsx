import { Button } from 'antd'
import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { problemOf } from '#kernel/web/problem-of.ts'
import { Shape } from './shape.tsx'

const messages = defineMessages({
  again: text('再试一次', 'Try again'),
  request: text(
    '编号 {id}，求助时请报给管理员',
    'Reference {id}: give it to your administrator when you ask for help',
  ),
})

export interface ProblemProps {
  /** What was thrown; words come from the server. */
  error: unknown
  /** Offers a further try; not for what is not there, which asking again does not bring. */
  onRetry?: () => void
  /** The next step, if it is another one. */
  action?: ReactNode
}

/** Says what happened, why, and the next step, at the place where it happened. */
export function Problem({ error, onRetry, action }: ProblemProps) {
  const t = useText(messages)
  const told = problemOf(error)
  const retry = told.status === 404 ? undefined : onRetry
  return (
    <div className="hq-problem" role="alert">
      <span className="hq-problem-mark">
        <Shape tone="bad" />
      </span>
      <div className="hq-problem-words">
        <strong>{told.title}</strong>
        {told.detail ? <p>{told.detail}</p> : null}
        {told.status >= 500 && told.requestId ? (
          <p className="hq-faint">{t('request', { id: told.requestId })}</p>
        ) : null}
        {retry || action ? (
          <div className="hq-problem-actions">
            {retry ? <Button onClick={retry}>{t('again')}</Button> : null}
            {action}
          </div>
        ) : null}
      </div>
    </div>
  )
}
