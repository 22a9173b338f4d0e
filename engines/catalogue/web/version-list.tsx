import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { History } from '#ui/history.tsx'
import { Section } from '#ui/section.tsx'
import type { catalogue } from '../module.ts'
import { words } from '../words.ts'
import { messages } from './messages.ts'

type Version = OutputOf<typeof catalogue.actions.readItem>['versions'][number]

/** Every version with who made it, when and why; any of them can be looked at. */
export function VersionList(props: {
  versions: readonly Version[]
  shownId: string
  onShow: (id: string) => void
}) {
  const { versions, shownId, onShow } = props
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const title = (version: Version) => {
    const marks = [version.published && t('inForce'), version.id === shownId && t('shown')].filter(Boolean)
    return [t('version', { n: version.number }), ...marks].join(' · ')
  }
  return (
    <Section title={t('versions')}>
      <History
        events={versions.map((version) => ({
          id: version.id,
          at: version.madeAt,
          title: title(version),
          who: version.madeBy,
          tone: version.published ? ('good' as const) : undefined,
          note: (
            <>
              {version.changeKinds.map((kind) => localised(words.changeKind[kind])).join('、')}
              {version.changeKinds.length > 0 ? '：' : ''}
              {version.changeNote}
              {version.id === shownId ? null : (
                <Button type="link" size="small" onClick={() => onShow(version.id)}>
                  {t('version', { n: version.number })} {format.day(version.madeAt, 'plain')}
                </Button>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
