import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useEventWords } from '#kernel/web/event-words.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { orders } from '../module.ts'

const messages = defineMessages({
  title: text('经过', 'What happened'),
  more: text('更早的经过', 'Earlier'),
  for: text('替{name}', 'For {name}'),
  all: text('看全部 {n} 步', 'Show all {n} steps'),
})

/** Steps shown before the rest is asked for. */
const shownAtFirst = 6

/** Everything that happened to an order, newest first. */
export function OrderHistory({ orderId }: { orderId: string }) {
  const t = useText(messages)
  const titles = useEventWords()
  // What was said: the words of an answer, and for whom somebody reminded.
  const said = (after: unknown) => {
    const { message, note, forName } = wordsIn(after)
    const whom = forName ? t('for', { name: forName }) : ''
    return [whom, message ?? note].filter(Boolean).join('：') || null
  }
  const [whole, setWhole] = useState(false)
  const pages = useReadPages(orders.actions.readHistory, { orderId, limit: 50 })
  const shown = whole ? pages.rows : pages.rows.slice(0, shownAtFirst)
  return (
    <Section title={t('title')}>
      {pages.loading ? <Loading compact /> : null}
      {pages.error ? <Problem error={pages.error} onRetry={pages.reload} /> : null}
      <History
        events={shown.map((line) => ({
          id: line.id,
          at: line.at,
          title: titles.get(line.type) ?? line.title,
          who: line.actorName,
          note: line.reason ?? said(line.after),
        }))}
      />
      {shown.length < pages.rows.length ? (
        <Button onClick={() => setWhole(true)}>{t('all', { n: pages.rows.length })}</Button>
      ) : null}
      {whole && pages.hasMore ? (
        <Button onClick={pages.more} loading={pages.loadingMore}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  )
}

interface Words {
  message?: string
  note?: string
  forName?: string
}

function wordsIn(after: unknown): Words {
  const found: Words = {}
  if (typeof after !== 'object' || after === null) return found
  const entries = new Map<string, unknown>(Object.entries(after))
  for (const key of ['message', 'note', 'forName'] as const) {
    const value = entries.get(key)
    if (typeof value === 'string' && value !== '') found[key] = value
  }
  return found
}
