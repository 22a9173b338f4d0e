import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { health } from '../module.ts'
import { messages } from './messages.ts'
import { SignList } from './sign-list.tsx'

/** The administrator's first block: how the system fares, then the ways to what is done most. */
export default function HealthCard() {
  const t = useText(messages)
  const read = useRead(health.actions.readHealth, {})
  if (read.isPending) return <Loading />
  if (read.error && !read.data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  return (
    <>
      <Section title={messages.title} extra={<LinkTo to="/health">{t('all')}</LinkTo>}>
        <SignList signs={read.data.signs} />
      </Section>
      <Section title={messages.first} look="plain">
        <Tiles>
          <Tile to="/import" icon="import" title={t('import')} note={t('importNote')} />
          <Tile to="/accounts" icon="people" title={t('accounts')} note={t('accountsNote')} />
          <Tile to="/calendar" icon="calendar" title={t('calendar')} note={t('calendarNote')} />
          <Tile to="/audit" icon="audit" title={t('audit')} note={t('auditNote')} />
        </Tiles>
      </Section>
    </>
  )
}
