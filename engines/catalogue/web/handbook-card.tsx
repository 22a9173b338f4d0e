import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { catalogue } from '../module.ts'
import { messages } from './messages.ts'

/** On the first screen of those served: a new edition of the handbook, until they have opened it. */
export default function HandbookCard() {
  const t = useText(messages)
  const handbook = useRead(catalogue.actions.readHandbook, {})
  // A bureau without a handbook answers 404: then there is nothing to say here.
  if (!handbook.data || handbook.data.opened) return null
  const { edition, items } = handbook.data
  return (
    <Tiles>
      <Tile
        to="/handbook"
        icon="handbook"
        title={t('newHandbook')}
        note={t('newHandbookNote', { n: edition, items: items.length })}
      />
    </Tiles>
  )
}
