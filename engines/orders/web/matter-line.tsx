import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Problem } from '#ui/problem.tsx'
import { orders } from '../module.ts'

const messages = defineMessages({ about: text('有关事项：', 'About: ') })

/** What the address says the complaint is about: `?matter=<type>:<id>`; undefined without one. */
export function useMatter(): { type: string; id: string } | undefined {
  const [search] = useSearch()
  const [type, id] = typeof search.matter === 'string' ? search.matter.split(':') : []
  return type && id ? { type, id } : undefined
}

/** The ride or the meeting a complaint is opened from, so that nobody types it. */
export function MatterLine() {
  const t = useText(messages)
  const matter = useMatter()
  const read = useRead(orders.actions.readComplaintMatter, matter ?? { type: '', id: '' }, {
    enabled: matter !== undefined,
  })
  if (!matter) return null
  if (read.error) return <Problem error={read.error} />
  return (
    <p>
      {t('about')}
      {read.data ? <LinkTo to={read.data.path}>{read.data.label}</LinkTo> : '…'}
    </p>
  )
}
