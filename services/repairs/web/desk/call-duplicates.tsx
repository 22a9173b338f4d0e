import { Button } from 'antd'
import { useState } from 'react'
import { orders } from '#engines/orders/module.ts'
import { RemindDialog } from '#engines/orders/web/remind-dialog.tsx'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { repairs } from '../../module.ts'
import type { FaultKind } from '../../words.ts'
import type { ChosenPlace } from '../chosen-place.ts'
import { type Matter, OpenMatter } from './open-matter.tsx'

const messages = defineMessages({
  here: text(
    '这里已有 {n} 单在办，来电人问的是它吗？',
    '{n} open here already: is the caller asking about one of these?',
  ),
  theirs: text('{name}有 {n} 单在办，来电是问它吗？', '{name} has {n} open: is the call about one of these?'),
  other: text('不是，另外报', 'No, another fault'),
})

interface CallDuplicatesProps {
  place: ChosenPlace
  kind: FaultKind | undefined
  callerName: string
  /** It is this one: shows it, to tell the caller how it stands. */
  onFollow: (orderId: string) => void
}

/** Open repairs at the caller's place: tell them how it stands, remind for them, or go on with a new one. */
export function CallDuplicates({ place, kind, ...rest }: CallDuplicatesProps) {
  const t = useText(messages)
  const found = useRead(repairs.actions.suggestDuplicates, {
    siteId: place.siteId,
    roomId: place.roomId,
    ...(kind ? { kind } : {}),
  })
  const items = found.data?.items ?? []
  return <Matters title={t('here', { n: items.length })} items={items} {...rest} />
}

interface CallerOrdersProps {
  personId: string
  callerName: string
  onFollow: (orderId: string) => void
}

/** What the caller has open already: most who ring again ask how far it is. */
export function CallerOrders({ personId, ...rest }: CallerOrdersProps) {
  const t = useText(messages)
  const found = useRead(orders.actions.listOrders, {
    requesterId: personId,
    state: ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN', 'IN_PROGRESS', 'PAUSED'],
    limit: 10,
  })
  const items = found.data?.items ?? []
  return <Matters title={t('theirs', { name: rest.callerName, n: items.length })} items={items} {...rest} />
}

interface MattersProps {
  title: string
  items: readonly Matter[]
  callerName: string
  onFollow: (orderId: string) => void
}

function Matters({ title, items, callerName, onFollow }: MattersProps) {
  const t = useText(messages)
  const [ignored, setIgnored] = useState(false)
  const [reminding, setReminding] = useState<Matter | null>(null)
  if (ignored || items.length === 0) return null
  return (
    <section className="call-duplicates" role="status">
      <strong>{title}</strong>
      <ul>
        {items.slice(0, 3).map((one) => (
          <OpenMatter
            key={one.id}
            matter={one}
            onOpen={() => onFollow(one.id)}
            onRemind={() => setReminding(one)}
          />
        ))}
      </ul>
      <Button type="text" onClick={() => setIgnored(true)}>
        {t('other')}
      </Button>
      <RemindDialog
        order={reminding && { ...reminding, requesterName: '' }}
        callerName={callerName}
        onClose={() => setReminding(null)}
      />
    </section>
  )
}
