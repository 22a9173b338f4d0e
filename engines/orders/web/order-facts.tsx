import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Facts, LongName, Section } from '#ui/section.tsx'
import type { OrderDetail } from '../schema.ts'
import { channels, urgencies } from '../words.ts'
import { placeOf } from './place-of.ts'

const messages = defineMessages({
  title: text('谁提出、谁管理、谁承办', 'Who asked, who answers, who carries it out'),
  client: text('服务对象', 'Served unit'),
  managing: text('职能部门', 'Department in charge'),
  provider: text('服务单位', 'Provider'),
  owner: text('首问责任人', 'First-contact owner'),
  ownerNote: text('第一个接待的人，负责到办结', 'The first person asked sees it through'),
  nobody: text('还没有人接待', 'Nobody yet'),
  requester: text('报修人', 'Requester'),
  worker: text('承办人', 'Worker'),
  unassigned: text('还没有派人', 'Nobody assigned yet'),
  place: text('地点', 'Place'),
  item: text('服务事项', 'Service'),
  channel: text('来源', 'Came by'),
  urgency: text('紧急程度', 'Urgency'),
  restricted: text('受限工单：每次查看都会留痕', 'Restricted: every look is recorded'),
  since: text('{when}起', 'since {when}'),
})

/** The three parties of an order, and the one who answers for it from the first word on. */
export function OrderParties({ order }: { order: OrderDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const owner = order.firstContactOwner
  const asked = order.requesterPhone ? `${order.requesterName} ${order.requesterPhone}` : order.requesterName
  return (
    <Section title={t('title')}>
      <Facts
        items={[
          { title: t('client'), value: <Party name={order.clientUnit.name} who={asked} /> },
          { title: t('managing'), value: <Party name={order.managingUnit.name} /> },
          {
            title: t('provider'),
            value: <Party name={order.providerUnit.name} who={order.worker?.name ?? t('unassigned')} />,
          },
          {
            title: t('owner'),
            value: owner ? (
              <Party
                name={owner.name}
                who={
                  order.firstContactAt ? t('since', { when: format.when(order.firstContactAt) }) : undefined
                }
                note={t('ownerNote')}
              />
            ) : (
              <span className="hq-faint">{t('nobody')}</span>
            ),
          },
          {
            title: t('place'),
            value: placeOf(order),
          },
          {
            title: t('item'),
            value: order.item ? say({ zh: order.item.nameZh, en: order.item.nameEn }) : '—',
          },
          { title: t('urgency'), value: say(urgencies[order.urgency]) },
          { title: t('channel'), value: say(channels[order.channel]) },
        ]}
      />
      {order.restricted ? <p className="hq-faint hq-order-note">{t('restricted')}</p> : null}
    </Section>
  )
}

function Party({ name, who, note }: { name: string; who?: string; note?: string }) {
  return (
    <span className="hq-party">
      <LongName>{name}</LongName>
      {who ? <span className="hq-soft">{who}</span> : null}
      {note ? <small className="hq-faint">{note}</small> : null}
    </span>
  )
}
