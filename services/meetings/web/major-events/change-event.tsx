import { Button, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry-form.tsx'
import { Field } from '#ui/field.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import type { EventDetail } from '../../major-event-schema.ts'
import { meetings } from '../../module.ts'
import { searchPeople } from './search-people.ts'

const messages = defineMessages({
  event: text('修改活动', 'Change the event'),
  name: text('活动名称', 'Title'),
  from: text('开始日期', 'From'),
  to: text('结束日期', 'To'),
  owner: text('负责人', 'Owner'),
  note: text('说明', 'Note'),
  change: text('修改', 'Change'),
  changeOf: text('修改节点 {title}', 'Change milestone {title}'),
  milestone: text('修改节点', 'Change the milestone'),
  what: text('做什么', 'What'),
  due: text('什么时候前', 'By when'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})
const invalidates = ['/meetings/events']

interface EventValues {
  title: string
  fromDay: string
  toDay: string
  ownerPersonId?: string | null
  note?: string
}

/** Title, days, owner and note of an event, changed beside its page. */
export function ChangeEvent({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const write = useWrite(meetings.actions.changeEvent, {
    quiet: true,
    invalidates,
    success: t('saved'),
    onDone: close,
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('event')}</Button>
      <SidePanel open={open} title={t('event')} onClose={close}>
        {open ? (
          <EntryForm<EventValues>
            initial={event}
            onSubmit={({ ownerPersonId, note, ...values }) =>
              write.mutate({
                eventId: event.id,
                title: values.title,
                fromDay: values.fromDay,
                toDay: values.toDay,
                note: note ?? '',
                ...(ownerPersonId ? { ownerPersonId } : {}),
              })
            }
            problem={write.error}
            busy={write.isPending}
            submit={t('save')}
            onCancel={close}
          >
            <Field name="title" label={t('name')} required>
              <Input maxLength={200} />
            </Field>
            <Field name="fromDay" label={t('from')} required>
              <DayInput label={t('from')} />
            </Field>
            <Field name="toDay" label={t('to')} required>
              <DayInput label={t('to')} />
            </Field>
            <OwnerField id={event.ownerPersonId} name={event.ownerName} />
            <Field name="note" label={t('note')}>
              <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
            </Field>
          </EntryForm>
        ) : null}
      </SidePanel>
    </>
  )
}

function OwnerField({ id, name }: { id: string | null; name: string }) {
  const t = useText(messages)
  return (
    <Field name="ownerPersonId" label={t('owner')} required={id !== null}>
      <SearchSelect
        name="meetings.owners"
        search={searchPeople}
        clearable={false}
        {...(id ? { chosen: { value: id, label: name } } : {})}
      />
    </Field>
  )
}

type Milestone = EventDetail['milestoneList'][number]

interface MilestoneValues {
  title: string
  dueOn: string
  ownerPersonId?: string | null
}

/** What a milestone is, by when, and whose; until it is done. */
export function ChangeMilestone({ eventId, milestone }: { eventId: string; milestone: Milestone }) {
  const t = useText(messages)
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const write = useWrite(meetings.actions.changeMilestone, {
    quiet: true,
    invalidates,
    success: t('saved'),
    onDone: close,
  })
  return (
    <>
      <Button
        size="small"
        aria-label={t('changeOf', { title: milestone.title })}
        onClick={() => setOpen(true)}
      >
        {t('change')}
      </Button>
      <SidePanel open={open} title={t('milestone')} onClose={close}>
        {open ? (
          <EntryForm<MilestoneValues>
            initial={milestone}
            onSubmit={({ title, dueOn, ownerPersonId }) =>
              write.mutate({
                eventId,
                milestoneId: milestone.id,
                title,
                dueOn,
                ...(ownerPersonId ? { ownerPersonId } : {}),
              })
            }
            problem={write.error}
            busy={write.isPending}
            submit={t('save')}
            onCancel={close}
          >
            <Field name="title" label={t('what')} required>
              <Input maxLength={200} />
            </Field>
            <Field name="dueOn" label={t('due')} required>
              <DayInput label={t('due')} />
            </Field>
            <OwnerField id={milestone.ownerPersonId} name={milestone.ownerName} />
          </EntryForm>
        ) : null}
      </SidePanel>
    </>
  )
}
