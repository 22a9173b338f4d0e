import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { handbookActions } from '../actions-handbook.ts'

const messages = defineMessages({
  title: text('新版服务手册已发布', 'A new service handbook is out'),
  note: text('第 {n} 版，共 {items} 项服务，请查阅。', 'Edition {n} with {items} services; please read it.'),
})

/** On the first screen of those served: a new edition of the handbook, until they have opened it. */
export default function HandbookCard() {
  const t = useText(messages)
  const handbook = useRead(handbookActions.readHandbook, {})
  // A bureau without a handbook answers 404: then there is nothing to say here.
  if (!handbook.data || handbook.data.opened) return null
  const { edition, items } = handbook.data
  return (
    <Tiles>
      <Tile
        to="/handbook"
        icon="handbook"
        title={t('title')}
        note={t('note', { n: edition, items: items.length })}
      />
    </Tiles>
  )
}
