import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import { type NeedKind, needKinds } from '../../major-event-words.ts'
import { meetings } from '../../module.ts'

const messages = defineMessages({
  title: text('参会人', 'Participants'),
  people: text('名单和签到', 'List and sign-in'),
  seats: text('座次和桌签', 'Seat plan and name plates'),
  file: text('加入我的日历（.ics）', 'Into my calendar (.ics)'),
  needs: text('用餐、通行证和用车', 'Meals, passes and vehicles'),
  asked: text('{n}（{by}）', '{n} ({by})'),
  none: text('没有提出', 'None asked for'),
  kind: text('需求', 'Need'),
  quantity: text('数量', 'How many'),
  ask: text('提出', 'Ask'),
  done: text('已提出', 'Asked'),
})

interface Meeting {
  id: string
  headcount: number | null
  can: Readonly<Record<string, boolean>>
}

/** From a meeting to its people, and what it asks of other lines. */
export function PeopleLinks({ meeting }: { meeting: Meeting }) {
  const t = useText(messages)
  const { id, can } = meeting
  return (
    <>
      <Section title={t('title')}>
        <span className="hq-row">
          {can.keepList ? <LinkTo to={`/meetings/${id}/people`}>{t('people')}</LinkTo> : null}
          {can.keepList ? <LinkTo to={`/meetings/${id}/seats`}>{t('seats')}</LinkTo> : null}
          <a href={addressOf(meetings.actions.downloadInvitation, { meetingId: id })} download>
            {t('file')}
          </a>
        </span>
      </Section>
      <Needs meeting={meeting} />
    </>
  )
}

function Needs({ meeting }: { meeting: Meeting }) {
  const t = useText(messages)
  const say = useLocalised()
  const [kind, setKind] = useState<NeedKind>('MEALS')
  const [quantity, setQuantity] = useState<number | null>(meeting.headcount)
  const read = useRead(meetings.actions.listNeeds, { meetingId: meeting.id })
  const ask = useWrite(meetings.actions.askForMeeting, { invalidates: ['/meetings'], success: t('done') })
  if (!read.data || (read.data.items.length === 0 && !read.data.can.ask)) return null
  return (
    <Section title={t('needs')}>
      {read.data.items.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
      <ul>
        {read.data.items.map((need) => (
          <li key={need.id}>
            {say(needKinds[need.kind])} {t('asked', { n: need.quantity, by: need.askedBy })}
          </li>
        ))}
      </ul>
      {read.data.can.ask ? (
        <span className="hq-row">
          <Select
            aria-label={t('kind')}
            value={kind}
            onChange={setKind}
            options={(Object.keys(needKinds) as NeedKind[]).map((value) => ({
              value,
              label: say(needKinds[value]),
            }))}
          />
          <InputNumber
            aria-label={t('quantity')}
            min={0}
            max={100_000}
            precision={0}
            value={quantity}
            onChange={setQuantity}
          />
          <Button
            disabled={quantity === null}
            loading={ask.isPending}
            onClick={() => ask.mutate({ meetingId: meeting.id, kind, quantity: quantity ?? 0 })}
          >
            {t('ask')}
          </Button>
        </span>
      ) : null}
    </Section>
  )
}
