import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { directory } from '../module.ts'
import { ClosingForm } from './closing-form.tsx'
import { messages } from './messages.ts'
import { ObjectHistory } from './object-history.tsx'
import { ChangeSiteForm } from './site-form.tsx'

/** A site: where, how large, which floors, and what may be done. */
export function SiteView({ siteId }: { siteId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const [doing, setDoing] = useState<'change' | 'close' | null>(null)
  const { data: site, error, refetch } = useRead(directory.actions.readSite, { siteId }, { keep: false })
  if (error) return <Problem error={error} onRetry={refetch} />
  if (!site) return <Loading />
  const stop = () => setDoing(null)
  if (doing === 'change') return <ChangeSiteForm site={site} onDone={stop} />
  if (doing === 'close')
    return (
      <ClosingForm
        action={directory.actions.closeSite}
        inputOf={(values) => ({ ...values, siteId: site.id })}
        note={t('closePlaceNote')}
        submit={t('close')}
        success={t('closeDone')}
        onDone={stop}
      />
    )
  const facts = [
    { title: t('siteCode'), value: site.code },
    { title: t('siteKind'), value: site.kind },
    { title: t('campus'), value: site.campusName },
    { title: t('area'), value: format.number(site.floorAreaM2, { unit: messages.squareMetres }) },
    { title: t('address'), value: site.address },
    { title: t('openedOn'), value: site.openedOn ? format.day(site.openedOn, 'plain') : null },
  ]
  return (
    <div className="hq-stack">
      {site.closedOn ? (
        <StateTag tone="ended" title={t('closed', { day: format.day(site.closedOn, 'plain') })} />
      ) : null}
      <Facts items={facts.filter(({ value }) => value !== null)} />
      {site.can.change ? (
        <div className="hq-row">
          <Button onClick={() => setDoing('change')}>{t('change')}</Button>
          <Button danger onClick={() => setDoing('close')}>
            {t('close')}
          </Button>
        </div>
      ) : null}
      {site.floors.length > 0 ? (
        <Section title={t('floors')} look="plain">
          <ul className="directory-lines">
            {[...site.floors].reverse().map(({ floor, rooms }) => (
              <li key={floor}>
                <LinkTo to={`/sites/${site.id}?floor=${encodeURIComponent(floor)}`}>{floor}</LinkTo>
                <span className="hq-faint">{format.number(rooms)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <ObjectHistory objectId={site.id} />
    </div>
  )
}
