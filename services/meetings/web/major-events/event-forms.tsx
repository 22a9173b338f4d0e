import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { type Choice, SearchSelect } from '#ui/search-select.tsx'
import { type NeedKind, needKinds } from '../../major-event-words.ts'
import { meetings } from '../../module.ts'
import { searchPeople } from './search-people.ts'

const messages = defineMessages({
  milestone: text('新节点：做什么', 'New milestone: what'),
  due: text('什么时候前', 'By when'),
  owner: text('谁负责（不选是自己）', 'Who owns it (else yourself)'),
  add: text('增加节点', 'Add milestone'),
  meeting: text('把会议加进来：编号或名称', 'Put a meeting in: number or title'),
  guests: text('登记嘉宾：每行一人，姓名、单位', 'Add guests: one a line, name and unit'),
  take: text('加入', 'Add'),
  done: text('加入 {added} 人，{repeated} 人已在名单上', '{added} added, {repeated} were there'),
  kind: text('需求', 'Need'),
  day: text('哪天', 'Which day'),
  quantity: text('数量', 'How many'),
  note: text('说明', 'Note'),
  ask: text('提出', 'Ask'),
})
const invalidates = ['/meetings/events']

export function AddMilestone({ eventId }: { eventId: string }) {
  const t = useText(messages)
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [ownerPersonId, setOwner] = useState<string | null>(null)
  const add = useWrite(meetings.actions.addMilestone, { invalidates, onDone: () => setTitle('') })
  const send = () => {
    if (title.trim() && dueOn)
      add.mutate({ eventId, title: title.trim(), dueOn, ...(ownerPersonId ? { ownerPersonId } : {}) })
  }
  return (
    <div className="people-add">
      <Input
        aria-label={t('milestone')}
        placeholder={t('milestone')}
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <DayInput label={t('due')} value={dueOn} onChange={setDueOn} />
      <SearchSelect
        name="meetings.owners"
        label={t('owner')}
        placeholder={t('owner')}
        search={searchPeople}
        value={ownerPersonId}
        onChange={setOwner}
      />
      <Button disabled={!title.trim() || !dueOn} loading={add.isPending} onClick={send}>
        {t('add')}
      </Button>
    </div>
  )
}

export function AddMeeting({ eventId }: { eventId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const add = useWrite(meetings.actions.addEventMeetings, { invalidates })
  const search = async (words: string): Promise<Choice[]> => {
    const { items } = await call(meetings.actions.listMeetings, { search: words, limit: 20 })
    return items.map(({ id, title, number, from }) => ({
      value: id,
      label: title,
      note: `${number} · ${format.when(from)}`,
    }))
  }
  return (
    <SearchSelect
      name="meetings.for-event"
      label={t('meeting')}
      placeholder={t('meeting')}
      search={search}
      value={null}
      onChange={(meetingId) => meetingId && add.mutate({ eventId, meetingIds: [meetingId] })}
    />
  )
}

export function PasteGuests({ eventId }: { eventId: string }) {
  const t = useText(messages)
  const [list, setList] = useState('')
  const add = useWrite(meetings.actions.addGuests, { invalidates, onDone: () => setList('') })
  return (
    <div className="hq-stack hq-stack-tight">
      <Input.TextArea
        aria-label={t('guests')}
        placeholder={t('guests')}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={200_000}
        value={list}
        onChange={({ target }) => setList(target.value)}
      />
      <span className="hq-row">
        <Button disabled={!list.trim()} loading={add.isPending} onClick={() => add.mutate({ eventId, list })}>
          {t('take')}
        </Button>
        {add.data ? (
          <span role="status" className="hq-soft">
            {t('done', { added: add.data.added, repeated: add.data.repeated })}
          </span>
        ) : null}
      </span>
    </div>
  )
}

export function AddNeed({ event }: { event: { id: string; fromDay: string } }) {
  const t = useText(messages)
  const say = useLocalised()
  const [kind, setKind] = useState<NeedKind>('MEALS')
  const [onDay, setDay] = useState<string | null>(event.fromDay)
  const [quantity, setQuantity] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const ask = useWrite(meetings.actions.askForEvent, {
    invalidates,
    onDone: () => {
      setQuantity(null)
      setNote('')
    },
  })
  const send = () => {
    if (onDay && quantity !== null) ask.mutate({ eventId: event.id, kind, onDay, quantity, note })
  }
  return (
    <div className="people-add">
      <Select
        aria-label={t('kind')}
        value={kind}
        onChange={setKind}
        options={(Object.keys(needKinds) as NeedKind[]).map((value) => ({
          value,
          label: say(needKinds[value]),
        }))}
      />
      <DayInput label={t('day')} value={onDay} onChange={setDay} />
      <InputNumber
        aria-label={t('quantity')}
        placeholder={t('quantity')}
        min={0}
        max={100_000}
        precision={0}
        value={quantity}
        onChange={setQuantity}
      />
      <Input
        aria-label={t('note')}
        placeholder={t('note')}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button disabled={quantity === null || !onDay} loading={ask.isPending} onClick={send}>
        {t('ask')}
      </Button>
    </div>
  )
}
