import type { OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import type { security } from '../module.ts'
import { messages } from './messages.ts'

type OpenSession = OutputOf<typeof security.actions.listSessions>['items'][number]

const browsers: Record<string, Text> = {
  wechat: text('微信', 'WeChat'),
  edge: text('Edge', 'Edge'),
  firefox: text('Firefox', 'Firefox'),
  chrome: text('Chrome', 'Chrome'),
  safari: text('Safari', 'Safari'),
  program: text('程序', 'a program'),
  other: text('其他浏览器', 'another browser'),
}
const systems: Record<string, Text> = {
  harmony: text('鸿蒙', 'HarmonyOS'),
  android: text('安卓', 'Android'),
  ios: text('苹果手机', 'iOS'),
  kylin: text('麒麟', 'Kylin'),
  uos: text('统信', 'UOS'),
  windows: text('Windows', 'Windows'),
  mac: text('苹果电脑', 'macOS'),
  linux: text('Linux', 'Linux'),
  other: text('其他系统', 'another system'),
}

/** Open sessions in words; `people` says whose they are. */
export function SessionTable(props: {
  items: readonly OpenSession[]
  people?: boolean
  onEnd: (sessionId: string) => Promise<unknown>
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const words = (row: OpenSession) =>
    t('onSystem', {
      browser: localised(browsers[row.browser] ?? browsers.other!),
      system: localised(systems[row.system] ?? systems.other!),
    })
  return (
    <PlainTable
      label={t('sessions')}
      rows={props.items}
      rowKey={(row) => row.id}
      columns={[
        ...(props.people
          ? [{ key: 'who', title: t('who'), render: (row: OpenSession) => row.name, card: 'title' as const }]
          : []),
        {
          key: 'device',
          title: t('device'),
          card: props.people ? ('line' as const) : ('title' as const),
          render: (row: OpenSession) => (
            <>
              {words(row)}
              {row.byProvider ? <span className="hq-faint"> {t('byProvider')}</span> : null}
            </>
          ),
        },
        { key: 'address', title: t('address'), render: (row) => row.address ?? '—' },
        { key: 'since', title: t('since'), render: (row) => format.when(row.since) },
        { key: 'seen', title: t('seen'), render: (row) => format.when(row.lastSeenAt ?? row.since) },
        {
          key: 'end',
          title: '',
          align: 'right' as const,
          card: 'mark' as const,
          render: (row) =>
            row.current ? (
              <span className="hq-faint">{t('here')}</span>
            ) : (
              <ConfirmButton
                type="text"
                question={t('endSure')}
                yes={t('end')}
                onConfirm={() => props.onEnd(row.id)}
              >
                {t('end')}
              </ConfirmButton>
            ),
        },
      ]}
    />
  )
}
