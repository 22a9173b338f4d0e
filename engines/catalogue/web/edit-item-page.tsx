import { App } from 'antd'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo, useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { catalogue } from '../module.ts'
import { ItemForm, versionOf } from './item-form.tsx'
import { messages } from './messages.ts'

/** Changes an item from its newest version on; what was taken under older ones stays as it was. */
export default function EditItemPage() {
  const itemId = useParam('itemId')
  const t = useText(messages)
  const localised = useLocalised()
  const go = useGo()
  const { message } = App.useApp()
  const item = useRead(catalogue.actions.readItem, { itemId })
  const newestId = item.data?.versions[0]?.id
  const newest = useRead(
    catalogue.actions.readItem,
    { itemId, versionId: newestId },
    { enabled: newestId !== undefined, keep: false },
  )
  const change = useWrite(catalogue.actions.changeItem, {
    invalidates: ['/catalogue'],
    quiet: true,
    onDone: ({ versionId, number }) => {
      message.success(t('saved', { n: number }))
      go(`/catalogue/${itemId}?version=${versionId}`)
    },
  })
  const error = item.error ?? newest.error
  if (error) return <Problem error={error} />
  if (!newest.data) return <Loading />
  const { version } = newest.data
  return (
    <Page
      title={t('edit')}
      subtitle={localised(version.name)}
      trail={[
        { title: t('title'), to: '/catalogue' },
        { title: version.name, to: `/catalogue/${itemId}` },
      ]}
    >
      <ItemForm
        key={version.id}
        from={version}
        submit={t('save')}
        problem={change.error}
        busy={change.isPending}
        onSubmit={(values) => change.mutate({ itemId, ...versionOf(values), dimensions: version.dimensions })}
        onCancel={() => go(`/catalogue/${itemId}`)}
      />
    </Page>
  )
}
