import { Switch } from 'antd'
import { orders } from '#engines/orders/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'

const messages = defineMessages({
  on: text('在岗', 'On duty'),
  off: text('离岗', 'Off duty'),
  onNote: text('可以派单给我', 'Work may be given to me'),
  offNote: text('不会派新单', 'No new work comes'),
  load: text('手上 {load} 单', '{load} in hand'),
})

/** Whether I am there: large enough for a gloved thumb, undone by the same tap. */
export function DutySwitch() {
  const t = useText(messages)
  const { personId } = useSession()
  const duty = useRead(orders.actions.readMyDuty, {})
  const set = useWrite(orders.actions.setDuty, { invalidates: ['/orders'] })
  if (!duty.data || !personId) return null
  const on = set.isPending && set.variables ? set.variables.onDuty : duty.data.onDuty
  return (
    <label className="duty" htmlFor="on-duty">
      <span>
        <strong>{t(on ? 'on' : 'off')}</strong>
        <small className="hq-faint">
          {t(on ? 'onNote' : 'offNote')} · {t('load', { load: duty.data.load })}
        </small>
      </span>
      <Switch
        id="on-duty"
        checked={on}
        loading={set.isPending}
        onChange={(onDuty) => set.mutate({ personId, onDuty })}
      />
    </label>
  )
}
