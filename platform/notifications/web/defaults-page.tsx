import { Button, Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#kernel/contract/action.ts'
import { allRoles, type Role, roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { notifications } from '../module.ts'
import { ChoiceTable } from './choice-table.tsx'
import { settingsTrail } from './settings-page.tsx'

const messages = defineMessages({
  title: text('岗位默认值', 'The usual of a role'),
  note: text(
    '各人可以自己调整；勾了“必收”的不能关闭。',
    'People may change it for themselves, except what is “always”.',
  ),
  role: text('岗位', 'Role'),
  app: text('应用内', 'In here'),
  mail: text('邮件', 'Mail'),
  appMust: text('应用内必收', 'In here, always'),
  mailMust: text('邮件必收', 'Mail, always'),
  save: text('保存', 'Save'),
  saved: text('已保存', 'Saved'),
})

const { readRoleDefaults, saveRoleDefaults } = notifications.actions
type Default = InputOf<typeof saveRoleDefaults>['defaults'][number]

const columns = [
  { key: 'app', title: messages.app },
  { key: 'app!', title: messages.appMust },
  { key: 'mail', title: messages.mail },
  { key: 'mail!', title: messages.mailMust },
]

/** What each role hears of unless people choose otherwise, and what it must. */
export default function DefaultsPage() {
  const t = useText(messages)
  const say = useLocalised()
  const [search, change] = useSearch()
  const role: Role = allRoles.find((one) => one === search.role) ?? 'staff'
  const [changed, setChanged] = useState<Default[]>([])
  const { data, error, isPending, refetch } = useRead(readRoleDefaults, { role }, { keep: false })
  const save = useWrite(saveRoleDefaults, {
    invalidates: ['/notification-defaults'],
    success: t('saved'),
    onDone: () => setChanged([]),
  })
  const lines = data?.lines ?? []
  function stateOf(type: string, channel: Default['channel']): Default {
    const box = lines.find((line) => line.type === type)?.boxes.find((one) => one.channel === channel)
    const own = changed.find((one) => one.type === type && one.channel === channel)
    return own ?? { type, channel, wanted: box?.wanted ?? false, mandatory: box?.mandatory ?? false }
  }
  function set(type: string, column: string, on: boolean) {
    const channel = column.replace('!', '') as Default['channel']
    const before = stateOf(type, channel)
    const next = column.endsWith('!')
      ? { ...before, mandatory: on, wanted: on || before.wanted }
      : { ...before, wanted: on, mandatory: on && before.mandatory }
    setChanged([...changed.filter((one) => one.type !== type || one.channel !== channel), next])
  }
  return (
    <Page
      title={t('title')}
      subtitle={t('note')}
      width="text"
      trail={settingsTrail}
      action={{
        title: t('save'),
        onClick: () => save.mutate({ role, defaults: changed }),
        loading: save.isPending,
        disabled: changed.length === 0,
      }}
    >
      <div className="hq-stack">
        <Select
          aria-label={t('role')}
          value={role}
          onChange={(next: Role) => {
            setChanged([])
            change({ role: next })
          }}
          options={allRoles.map((one) => ({ value: one, label: say(roles[one]) }))}
        />
        {isPending ? <Loading /> : null}
        {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
        {data ? (
          <Section>
            <ChoiceTable
              label={t('title')}
              lines={lines}
              columns={columns}
              stateOf={(line, column) => {
                const state = stateOf(line.type, column.replace('!', '') as Default['channel'])
                const fixed = line.fixed && state.mandatory
                return { on: column.endsWith('!') ? state.mandatory : state.wanted, locked: fixed }
              }}
              onChange={(line, column, on) => set(line.type, column, on)}
            />
          </Section>
        ) : null}
        {changed.length > 0 ? (
          <Button onClick={() => setChanged([])}>{say(text('放弃修改', 'Undo'))}</Button>
        ) : null}
      </div>
    </Page>
  )
}
