import { Button, Checkbox } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Section } from '#ui/section.tsx'
import type { EventDetail } from '../../major-event-schema.ts'
import { meetings } from '../../module.ts'
import { ChangeMilestone } from './change-event.tsx'
import { AddMilestone } from './event-forms.tsx'

const messages = defineMessages({
  title: text('节点 {done}/{all}', 'Milestones {done}/{all}'),
  due: text('{day} 前，{owner}', 'by {day}, {owner}'),
  late: text('逾期', 'Late'),
  done: text('{who} 完成于 {when}', 'Done by {who}, {when}'),
  remove: text('删除', 'Remove'),
})

/** What must be done by when, and by whom; a tick by its owner or the desk. */
export function Milestones({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const settle = useWrite(meetings.actions.settleMilestone, { invalidates: ['/meetings/events'] })
  const remove = useWrite(meetings.actions.removeMilestone, { invalidates: ['/meetings/events'] })
  if (event.milestoneList.length === 0 && !event.can.change) return null
  const { done, all } = event.milestones
  return (
    <Section title={t('title', { done, all })}>
      <ul className="people-list">
        {event.milestoneList.map((one) => (
          <li key={one.id} className="people-row">
            <Checkbox
              checked={one.doneAt !== null}
              disabled={!one.can.finish && !one.can.reopen}
              onChange={({ target }) =>
                settle.mutate({ eventId: event.id, milestoneId: one.id, done: target.checked })
              }
            >
              <span className="people-name">
                <strong>{one.title}</strong>
                <small className="hq-soft">
                  {one.doneAt
                    ? t('done', { who: one.doneBy ?? '', when: format.when(one.doneAt) })
                    : t('due', { day: format.day(one.dueOn, 'short'), owner: one.ownerName })}
                  {one.late ? <b className="meeting-missed"> {t('late')}</b> : null}
                </small>
              </span>
            </Checkbox>
            {one.can.change ? (
              <span className="hq-row">
                <ChangeMilestone eventId={event.id} milestone={one} />
                <Button
                  size="small"
                  type="text"
                  onClick={() => remove.mutate({ eventId: event.id, milestoneId: one.id })}
                >
                  {t('remove')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {event.can.change ? <AddMilestone eventId={event.id} /> : null}
    </Section>
  )
}
