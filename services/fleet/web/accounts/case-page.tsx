import { text } from '#kernel/contract/text.ts'
import { fileAddress } from '#kernel/web/files.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import { type Light, lights } from '../../words.ts'
import { PrintButton } from './print-button.tsx'

const messages = defineMessages({
  supervision: text('公车监督', 'Supervision of official vehicles'),
  title: text('{number} 的全过程', '{number} from asking to paying'),
  track: text('看轨迹', 'Look at the track'),
  paper: text('看凭证', 'The paper'),
  open: text('打开', 'Open'),
  noRequest: text('没有用车申请', 'Nobody asked for it'),
})

const tones: Record<Light, 'good' | 'waiting' | 'bad'> = { GREEN: 'good', YELLOW: 'waiting', RED: 'bad' }

/** One trip as an auditor follows it: asked, approved, planned, left, read, back, paid. */
export default function CasePage() {
  const t = useText(messages)
  const session = useSession()
  const tripId = useParam('tripId')
  const read = useRead(fleet.actions.readCase, { tripId })
  const data = read.data
  if (read.isPending) return <Loading />
  if (!data) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const light = data.light as Light | null
  return (
    <Page
      title={t('title', { number: data.number })}
      trail={[{ title: t('supervision'), to: '/fleet/supervision' }]}
      subtitle={
        <span className="hq-row">
          {data.plate} {data.driver}
          {light ? <StateTag tone={tones[light]} title={lights[light]} /> : null}
          {data.steps.some(({ kind }) => kind === 'REQUEST') ? null : (
            <StateTag tone="bad" title={t('noRequest')} />
          )}
        </span>
      }
      extra={
        <>
          {session.allowed('fleet.read-tracks') ? (
            <LinkTo to={`/fleet/trips/${tripId}/track`}>{t('track')}</LinkTo>
          ) : null}
          <PrintButton />
        </>
      }
    >
      <Section>
        <History
          events={data.steps.map((one, place) => ({
            id: String(place),
            at: one.at,
            title: one.title,
            who: one.who,
            note: (
              <>
                {one.detail}
                {one.fileId ? (
                  <>
                    {' '}
                    <a href={fileAddress(one.fileId)}>{t('paper')}</a>
                  </>
                ) : null}
                {one.href ? (
                  <>
                    {' '}
                    <LinkTo to={one.href}>{t('open')}</LinkTo>
                  </>
                ) : null}
              </>
            ),
          }))}
        />
      </Section>
    </Page>
  )
}
