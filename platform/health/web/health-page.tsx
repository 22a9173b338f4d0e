import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { health } from '../module.ts'
import { messages } from './messages.ts'
import { type Health, SignList } from './sign-list.tsx'

/** All signs, the jobs one by one, and what is installed. */
export default function HealthPage() {
  const t = useText(messages)
  const read = useRead(health.actions.readHealth, {})
  return (
    <Page title={t('title')} subtitle={t('note')}>
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? <Whole health={read.data} /> : null}
    </Page>
  )
}

const bytesInMegabyte = 1024 * 1024

function Whole({ health: { signs, jobs, version, postgres, databaseBytes } }: { health: Health }) {
  const format = useFormat()
  return (
    <div className="hq-stack">
      <Section>
        <SignList signs={signs} />
      </Section>
      <Section title={messages.jobs}>
        <Jobs jobs={jobs} />
      </Section>
      <Section title={messages.installed}>
        <Facts
          items={[
            { title: messages.version, value: `houqin ${version}` },
            { title: messages.database, value: `PostgreSQL ${postgres}` },
            {
              title: messages.size,
              value: `${format.number(Math.round(databaseBytes / bytesInMegabyte))} MB`,
            },
          ]}
        />
      </Section>
    </div>
  )
}

function Jobs({ jobs }: { jobs: Health['jobs'] }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <PlainTable
      label={t('jobs')}
      rows={jobs}
      rowKey={({ name }) => name}
      rowTone={({ failedToday }) => (failedToday > 0 ? 'bad' : undefined)}
      columns={[
        { key: 'title', title: messages.job, card: 'title', render: ({ title }) => localised(title) },
        { key: 'cron', title: messages.cron, render: ({ cron }) => <code>{cron}</code> },
        {
          key: 'last',
          title: messages.last,
          render: ({ lastDoneAt }) => (lastDoneAt ? format.moment(lastDoneAt) : t('never')),
        },
        { key: 'failed', title: messages.failed, align: 'right', render: ({ failedToday }) => failedToday },
      ]}
    />
  )
}
