import { useState } from 'react'
import { calendar } from '#engines/calendar/module.ts'
import { catalogue } from '#engines/catalogue/module.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { type FaultKind, itemCodeOf } from '../words.ts'

const messages = defineMessages({
  promise: text(
    '现在提交：{respond}\u00a0前有人答复，{finish}\u00a0前修好',
    'Sent now: answer {respond}, fixed {finish}',
  ),
  choose: text('选好类别，这里会写出几时修好', 'Choose a kind and the promise stands here'),
  silent: text('提交后马上告诉您几时修好', 'You will be told at once by when it is fixed'),
})

/** The pledge as two moments by the work calendar, before anything is sent. */
export function PledgeLine({
  kind,
  urgent,
  siteId,
}: {
  kind: FaultKind | null
  urgent: boolean
  siteId: string | null
}) {
  const t = useText(messages)
  const format = useFormat()
  // One moment for the whole visit: the promise must not change under the reader's eyes with every key.
  const [from] = useState(() => new Date(Math.ceil(Date.now() / 60_000) * 60_000).toISOString())
  const items = useRead(catalogue.actions.listItems, { line: 'repairs', state: 'published', limit: 100 })
  const code = kind ? itemCodeOf(kind, urgent ? 'URGENT_REPAIR' : 'MINOR_REPAIR') : ''
  const pledge = items.data?.items
    .find((item) => item.code === code)
    ?.version.pledges.find((one) => one.urgency === (urgent ? 'URGENT' : 'NORMAL'))
  const deadline = (minutes: number | undefined) => ({
    from,
    minutes: minutes ?? 1,
    ...(pledge ? { calendar: pledge.calendar } : {}),
    ...(siteId ? { siteId } : {}),
  })
  const ready = { enabled: pledge !== undefined }
  const respond = useRead(calendar.actions.explainDeadline, deadline(pledge?.respondMinutes), ready)
  const finish = useRead(calendar.actions.explainDeadline, deadline(pledge?.finishMinutes), ready)
  const words =
    kind === null
      ? t('choose')
      : pledge && respond.data && finish.data
        ? t('promise', { respond: format.when(respond.data.dueAt), finish: format.when(finish.data.dueAt) })
        : t('silent')
  return (
    <p className="hq-pledge" role="status">
      {words}
    </p>
  )
}
