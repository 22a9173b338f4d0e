import { DeleteOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useState } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { parseSearch, stringifySearch, useGo, usePath, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from './loading.tsx'
import { Problem } from './problem.tsx'

const messages = defineMessages({
  views: text('视图', 'Views'),
  none: text(
    '还没有存过视图。先筛选，再起个名字存下来。',
    'No saved views yet. Filter first, then save it under a name.',
  ),
  name: text('给当前筛选起个名字', 'Name the present filters'),
  shared: text('同事也能看到', 'Colleagues see it too'),
  save: text('保存', 'Save'),
  remove: text('删除视图 {name}', 'Delete view {name}'),
})

/** The filters one comes back to, under names of one's own or shared with colleagues. */
export function SavedViews({ list }: { list: string }) {
  const t = useText(messages)
  const [open, setOpen] = useState(false)
  return (
    <Popover
      content={<Views list={list} onChosen={() => setOpen(false)} />}
      destroyOnHidden
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomRight"
    >
      <Button type="text" icon={<SaveOutlined />} aria-expanded={open}>
        {t('views')}
      </Button>
    </Popover>
  )
}

function Views({ list, onChosen }: { list: string; onChosen: () => void }) {
  const t = useText(messages)
  const go = useGo()
  const path = usePath()
  const [search] = useSearch()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const views = useRead(kernelActions.listViews, { list })
  const invalidates = ['/views']
  const save = useWrite(kernelActions.saveView, { invalidates, onDone: () => setName('') })
  const remove = useWrite(kernelActions.deleteView, { invalidates })
  const { open: _open, ...filters } = search
  return (
    <div className="hq-views">
      {views.isPending ? <Loading compact /> : null}
      {views.error ? <Problem error={views.error} /> : null}
      {views.data?.items.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
      {views.data?.items.map((view) => (
        <div key={view.id}>
          <Button
            type="link"
            onClick={() => {
              onChosen()
              go(`${path}${stringifySearch(parseSearch(view.query))}`)
            }}
          >
            {view.name}
          </Button>
          {view.mine ? (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('remove', { name: view.name })}
              onClick={() => remove.mutate({ viewId: view.id })}
            />
          ) : null}
        </div>
      ))}
      <div className="hq-views-new">
        <Input
          value={name}
          aria-label={t('name')}
          placeholder={t('name')}
          onChange={({ target }) => setName(target.value)}
          maxLength={60}
        />
        <Button
          onClick={() => save.mutate({ list, name: name.trim(), query: stringifySearch(filters), shared })}
          disabled={name.trim() === ''}
          loading={save.isPending}
        >
          {t('save')}
        </Button>
      </div>
      <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
        {t('shared')}
      </Checkbox>
    </div>
  )
}
