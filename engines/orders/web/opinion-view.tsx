import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Clock } from '#ui/clock.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { MaskedPhone } from '#ui/masked-value.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orders } from '../module.ts'
import { complaintStates } from '../states.ts'
import { complaintChannels } from '../words.ts'

const messages = defineMessages({
  owner: text('谁负责', 'Who answers'),
  due: text('答复期限', 'Answer by'),
  from: text('提出人', 'From'),
  unit: text('单位', 'Unit'),
  channel: text('来源', 'Came by'),
  order: text('有关工单', 'Order'),
  matter: text('有关事项', 'About'),
  answer: text('答复', 'Answer'),
  justified: text('情况属实', 'Justified'),
  unjustified: text('情况不符', 'Not justified'),
  gone: text('这一条不在最近的 200 条里，请在列表中搜索。', 'Not among the newest 200; search the list.'),
  waiting: text('还没有答复。', 'No answer yet.'),
})

/** One complaint or suggestion with its answer. */
export function OpinionView({ complaintId }: { complaintId: string }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const list = useRead(orders.actions.listComplaints, { limit: 200 })
  const row = list.data?.items.find((one) => one.id === complaintId)
  if (list.isPending) return <Loading />
  if (list.error) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!row) return <Empty icon="satisfaction" title={messages.gone} />
  return (
    <div className="hq-stack hq-stack-tight">
      <div className="hq-row">
        <StateTag machine={complaintStates} state={row.state} />
        <span className="hq-faint hq-number">{row.number}</span>
      </div>
      <p className="hq-quote">{row.words}</p>
      <Facts
        items={[
          { title: t('owner'), value: row.owner.name },
          { title: t('due'), value: <Clock due={row.dueAt} doneAt={row.answeredAt} full /> },
          {
            title: t('from'),
            value: (
              <>
                {row.complainantName} {format.when(row.registeredAt)}{' '}
                {row.complainantPhone ? (
                  <MaskedPhone
                    value={row.complainantPhone}
                    reveal={async () =>
                      (await call(orders.actions.readComplaintPhone, { complaintId: row.id })).phone
                    }
                  />
                ) : null}
              </>
            ),
          },
          { title: t('unit'), value: row.unit?.name ?? '—' },
          { title: t('channel'), value: say(complaintChannels[row.channel]) },
          {
            title: t('order'),
            value: row.order ? <LinkTo to={`/orders/${row.order.id}`}>{row.order.number}</LinkTo> : '—',
          },
          ...(row.matter
            ? [
                {
                  title: t('matter'),
                  value: <LinkTo to={row.matter.path}>{row.matter.label}</LinkTo>,
                  wide: true,
                },
              ]
            : []),
        ]}
      />
      <h2>{t('answer')}</h2>
      {row.answer ? (
        <>
          <p className="hq-quote">{row.answer}</p>
          {row.justified === null ? null : (
            <StateTag
              tone={row.justified ? 'waiting' : 'ended'}
              title={t(row.justified ? 'justified' : 'unjustified')}
            />
          )}
        </>
      ) : (
        <p className="hq-faint">{t('waiting')}</p>
      )}
    </div>
  )
}
