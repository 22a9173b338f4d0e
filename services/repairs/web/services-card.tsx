import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Section } from '#ui/section.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'

const messages = defineMessages({
  title: text('我要办', 'I need'),
  report: text('报修', 'A repair'),
  reportNote: text('水电、空调、门窗……', 'Power, water, air conditioning …'),
  opinion: text('投诉和建议', 'Complain or suggest'),
  opinionNote: text('有人负责答复', 'Somebody answers'),
  catalogue: text('服务目录', 'Services'),
  catalogueNote: text('有哪些服务，多久办好', 'What there is, and how fast'),
})

/** The services as large tiles. */
export default function ServicesCard() {
  const t = useText(messages)
  const session = useSession()
  return (
    <Section title={t('title')} look="plain">
      <Tiles>
        {session.allowed('repairs.report') ? (
          <Tile to="/repairs/new" icon="repairs" title={messages.report} note={messages.reportNote} />
        ) : null}
        <Tile to="/opinions" icon="satisfaction" title={messages.opinion} note={messages.opinionNote} />
        <Tile to="/catalogue" icon="catalogue" title={messages.catalogue} note={messages.catalogueNote} />
      </Tiles>
    </Section>
  )
}
