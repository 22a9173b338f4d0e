import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { Page } from '#ui/page.tsx'
import TodayCard from './today-card.tsx'

const title = text('今天', 'Today')

/** My tasks in the order to do them. */
export default function TasksPage() {
  const format = useFormat()
  return (
    <Page title={title} subtitle={format.day(Date.now())} width="text">
      <TodayCard />
    </Page>
  )
}
