import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { backup } from '../module.ts'
import { OwnTools, RestoreCommand } from './commands.tsx'
import { CopyList } from './copy-list.tsx'
import { messages } from './messages.ts'
import { RunList } from './run-list.tsx'
import { SettingsForm } from './settings-form.tsx'
import { Standing } from './standing.tsx'

/** How the backups stand, which there are, what went wrong, and when the next is made. */
export default function BackupPage() {
  const t = useText(messages)
  const overview = useRead(backup.actions.readOverview, {}, { refetchEvery: 2_000 })
  const start = useWrite(backup.actions.startRun, { invalidates: ['/backup'], success: t('asked') })
  const data = overview.data
  const busy = data?.runs.some(({ stage }) => stage === 'waiting' || stage === 'running') ?? false
  const may = data?.can.manage ?? false
  return (
    <Page
      title={t('title')}
      subtitle={t('what')}
      {...(may && !busy
        ? { action: { title: t('now'), onClick: () => start.mutate({ kind: 'backup' }) } }
        : {})}
    >
      {overview.isPending ? <Loading /> : null}
      {overview.error ? <Problem error={overview.error} onRetry={() => void overview.refetch()} /> : null}
      {data && !data.embedded ? <OwnTools commands={data.ownTools} /> : null}
      {data?.embedded ? (
        <div className="hq-stack">
          <Standing overview={data} />
          <CopyList
            copies={data.copies}
            {...(may && !busy
              ? { onVerify: (copyName: string) => start.mutateAsync({ kind: 'verify', copyName }) }
              : {})}
          />
          <RunList runs={data.runs} />
          {may ? <SettingsForm settings={data.settings} /> : null}
          {data.folder ? <RestoreCommand folder={data.folder} /> : null}
        </div>
      ) : null}
    </Page>
  )
}
