import { useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Page } from '#ui/page.tsx'
import { catalogue } from '../module.ts'
import { ItemForm, versionOf } from './item-form.tsx'
import { messages } from './messages.ts'

/** A new service item; it is offered once it is published. */
export default function NewItemPage() {
  const t = useText(messages)
  const go = useGo()
  const create = useWrite(catalogue.actions.createItem, {
    invalidates: ['/catalogue'],
    success: t('created'),
    quiet: true,
    onDone: ({ id }) => go(`/catalogue/${id}`),
  })
  return (
    <Page title={t('add')} trail={[{ title: t('title'), to: '/catalogue' }]}>
      <ItemForm
        submit={t('create')}
        problem={create.error}
        busy={create.isPending}
        onSubmit={(values) => create.mutate({ line: values.line, code: values.code, ...versionOf(values) })}
        onCancel={() => go('/catalogue')}
      />
    </Page>
  )
}
