import { Button, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { type Choice, SearchSelect } from '#ui/search-select.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { meetings } from '../module.ts'
import { type TaskKind, taskKinds } from '../words.ts'
import { optionsOf, searchRooms, searchSites } from './choices.ts'
import './meetings.css'

const messages = defineMessages({
  title: text('会务责任人', 'Usual attendants'),
  note: text(
    '新排的任务自动派给会议室的责任人；会议室先于物业，单项先于全部；没有设的，留待分派。',
    'New tasks go to the one named: a room before its site, one kind of task before all; where nobody is named they wait to be assigned.',
  ),
  add: text('设定责任人', 'Name somebody'),
  place: text('哪里', 'Where'),
  wholeSite: text('整处物业', 'A whole site'),
  oneRoom: text('一间会议室', 'One room'),
  site: text('物业', 'Site'),
  room: text('会议室', 'Room'),
  all: text('全部会议室', 'All rooms'),
  kind: text('任务', 'Tasks'),
  every: text('全部任务', 'All tasks'),
  person: text('责任人', 'Attendant'),
  left: text('已不做会务，任务转给下一位', 'No longer serves; the tasks go on to the next'),
  since: text('设定', 'Named'),
  save: text('保存', 'Save'),
  saved: text('已设定', 'Named'),
  remove: text('撤销', 'Take back'),
  none: text('还没有责任人', 'Nobody is named yet'),
  next: text(
    '设定后，新订会议的任务直接有人负责。',
    'Once somebody is named, tasks of new meetings have an owner.',
  ),
})

type Item = OutputOf<typeof meetings.actions.listUsualAttendants>['items'][number]
const invalidates = ['/meetings/usual-attendants']

/** Who has the tasks of which rooms, so that none waits for somebody to hand it out. */
export default function UsualAttendantsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const read = useRead(meetings.actions.listUsualAttendants, {})
  const remove = useWrite(meetings.actions.removeUsualAttendant, { invalidates })
  const items = read.data?.items ?? []
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      extra={
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && items.length === 0 ? <Empty icon="people" title={t('none')} next={t('next')} /> : null}
      {items.length > 0 ? (
        <PlainTable<Item>
          label={t('title')}
          rows={items}
          rowKey={({ id }) => id}
          rowTone={({ works }) => (works ? undefined : 'waiting')}
          columns={[
            {
              key: 'place',
              title: t('place'),
              card: 'title',
              render: ({ site, room }) => (
                <span className="meeting-what">
                  <span>{room?.name ?? t('all')}</span>
                  <small className="hq-faint">{site.name}</small>
                </span>
              ),
            },
            {
              key: 'kind',
              title: t('kind'),
              render: ({ kind }) => (kind ? localised(taskKinds[kind]) : t('every')),
            },
            {
              key: 'person',
              title: t('person'),
              render: ({ person, works }) => (
                <span className="meeting-what">
                  <span>{person.name}</span>
                  {works ? null : <small className="meeting-missed">{t('left')}</small>}
                </span>
              ),
            },
            {
              key: 'since',
              title: t('since'),
              render: ({ setBy, setAt }) => `${setBy} ${format.day(setAt, 'short')}`,
            },
            {
              key: 'remove',
              title: '',
              card: 'bare',
              render: ({ id, can }) =>
                can.change ? (
                  <Button
                    size="small"
                    loading={remove.isPending}
                    onClick={() => remove.mutate({ usualId: id })}
                  >
                    {t('remove')}
                  </Button>
                ) : null,
            },
          ]}
        />
      ) : null}
      <SidePanel open={adding} title={t('add')} onClose={() => setAdding(false)}>
        {adding ? <UsualForm onClose={() => setAdding(false)} /> : null}
      </SidePanel>
    </Page>
  )
}

interface Values {
  siteId?: string
  roomId?: string
  kind?: TaskKind | ''
  personId: string
}

function UsualForm({ onClose }: { onClose: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const [place, setPlace] = useState<'site' | 'room'>('site')
  const write = useWrite(meetings.actions.setUsualAttendant, {
    quiet: true,
    invalidates,
    success: t('saved'),
    onDone: onClose,
  })
  const kinds = optionsOf(taskKinds).map(({ value, label }) => ({ value, label: localised(label) }))
  const send = ({ siteId, roomId, kind, personId }: Values) =>
    write.mutate({
      ...(place === 'room' ? (roomId ? { roomId } : {}) : siteId ? { siteId } : {}),
      kind: kind || null,
      personId,
    })
  return (
    <EntryForm<Values>
      initial={{ kind: '' }}
      onSubmit={send}
      problem={write.error}
      busy={write.isPending}
      submit={t('save')}
      onCancel={onClose}
    >
      <div className="meeting-pick usual-place">
        <span>{t('place')}</span>
        <Select
          aria-label={t('place')}
          value={place}
          onChange={setPlace}
          options={[
            { value: 'site', label: t('wholeSite') },
            { value: 'room', label: t('oneRoom') },
          ]}
        />
      </div>
      {place === 'site' ? (
        <Field name="siteId" label={t('site')} required>
          <SearchSelect name="meetings.usual-sites" search={searchSites} />
        </Field>
      ) : (
        <Field name="roomId" label={t('room')} required>
          <SearchSelect name="meetings.usual-rooms" search={searchRooms} />
        </Field>
      )}
      <Field name="kind" label={t('kind')} required={false}>
        <Select options={[{ value: '', label: t('every') }, ...kinds]} />
      </Field>
      <Field name="personId" label={t('person')} required>
        <SearchSelect name="meetings.attendants" search={searchAttendants} />
      </Field>
    </EntryForm>
  )
}

/** Who may have tasks; they are few, so that the search is done here. */
async function searchAttendants(words: string): Promise<Choice[]> {
  const day = todayInChina()
  const { items } = await call(meetings.actions.listAttendants, {
    from: `${day}T00:00:00+08:00`,
    to: `${day}T23:59:00+08:00`,
  })
  return items
    .filter(({ name, unitName }) => `${name} ${unitName}`.includes(words.trim()))
    .map(({ id, name, unitName }) => ({ value: id, label: name, note: unitName }))
}
