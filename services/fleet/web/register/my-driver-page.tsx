import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { fleet } from '../../module.ts'
import { DriverView } from './driver-view.tsx'
import { EtiquetteCard } from './etiquette-card.tsx'
import { MonthCard } from './month-card.tsx'
import '../register.css'

const messages = defineMessages({
  title: text('我的请假和排班', 'My leave and duty'),
  none: text('您没有登记为驾驶员', 'You are not registered as a driver'),
  next: text('请联系调度登记。', 'Ask the dispatcher to register you.'),
})

/** A driver's own page on the phone: leave, duty, licence, and what his month was like. */
export default function MyDriverPage() {
  const t = useText(messages)
  const read = useRead(fleet.actions.readOwnDriver, {})
  const driver = read.data?.driver
  return (
    <Page title={t('title')} width="text" subtitle={driver ? `${driver.name} ${driver.staffNo}` : undefined}>
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && !driver ? <Empty title={t('none')} next={t('next')} /> : null}
      {driver ? (
        <div className="hq-stack">
          <DriverView driver={driver} />
          <EtiquetteCard driverId={driver.id} />
          <MonthCard driverId={driver.id} />
        </div>
      ) : null}
    </Page>
  )
}
