import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DayInput } from '#ui/day-input.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { localDayOf } from '../local-day.ts'
import { calendar } from '../module.ts'
import { dayKindWords } from '../words.ts'
import { DayPanel } from './day-panel.tsx'
import { DeadlineTrial } from './deadline-trial.tsx'
import { messages } from './messages.ts'
import { WeeklyHours } from './weekly-hours.tsx'
import { type DayRow, YearGrid, type YearView } from './year-grid.tsx'

/** Sites by name, for the few that keep hours of their own. */
async function findSites(words: string) {
  const { items } = await call(directory.actions.listSites, { search: words || undefined, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** A year's holidays and make-up days, weekly hours, and how deadlines follow from them. */
export default function CalendarPage() {
  const t = useText(messages)
  const format = useFormat()
  const [search, change] = useSearch()
  const today = localDayOf(new Date())
  const year = Number(search.year) || Number(today.slice(0, 4))
  const siteId = typeof search.site === 'string' ? search.site : undefined
  const [openDay, setOpenDay] = useState<string | null>(null)
  const view = useRead(calendar.actions.readYear, { year, siteId })
  const goTo = (next: number) => change({ year: String(next) })
  const row = view.data?.days.find((one) => one.day === openDay && (one.siteId ?? undefined) === siteId)
  const anyRow = row ?? view.data?.days.find((one) => one.day === openDay)
  return (
    <Page
      title={t('title')}
      width="wide"
      action={
        view.data?.can.change
          ? {
              title: t('addDay'),
              onClick: () => setOpenDay(today.startsWith(`${year}`) ? today : `${year}-01-01`),
            }
          : undefined
      }
      extra={<ExportLinks action={calendar.actions.exportYear} input={{ year, siteId }} />}
    >
      <div className="hq-stack">
        <div className="cal-status">
          <span className="hq-row">
            <Button icon={<LeftOutlined />} aria-label={t('before')} onClick={() => goTo(year - 1)} />
            <h2>{t('year', { year })}</h2>
            <Button icon={<RightOutlined />} aria-label={t('after')} onClick={() => goTo(year + 1)} />
          </span>
          <span className="cal-narrow">
            <SearchSelect
              name="calendar.sites"
              search={findSites}
              label={t('site')}
              placeholder={t('allSites')}
              value={siteId ?? null}
              onChange={(next) => change({ site: next ?? undefined })}
            />
          </span>
          {view.data ? <YearStatus view={view.data} /> : null}
        </div>
        {view.error ? <Problem error={view.error} onRetry={() => void view.refetch()} /> : null}
        {view.data ? <Warnings view={view.data} onOpen={goTo} /> : <Loading />}
        {view.data ? <YearGrid view={view.data} today={today} openDay={openDay} onOpen={setOpenDay} /> : null}
        <WeeklyHours siteId={siteId} />
        <DeadlineTrial siteId={siteId} />
        {view.data?.days.length ? <DayList view={view.data} onOpen={setOpenDay} /> : null}
      </div>
      <SidePanel
        open={openDay !== null}
        onClose={() => setOpenDay(null)}
        title={openDay ? format.day(openDay) : ''}
      >
        {openDay && view.data?.can.change ? (
          <DayInput label={t('day')} value={openDay} onChange={(day) => day && setOpenDay(day)} />
        ) : null}
        {openDay ? (
          <DayPanel
            day={openDay}
            row={anyRow}
            siteId={siteId}
            mayChange={view.data?.can.change ?? false}
            onDone={() => setOpenDay(null)}
          />
        ) : null}
      </SidePanel>
    </Page>
  )
}

function YearStatus({ view }: { view: YearView }) {
  const t = useText(messages)
  const format = useFormat()
  const confirm = useWrite(calendar.actions.confirmYear, {
    invalidates: ['/calendar'],
    success: t('confirmedNow', { year: view.year }),
  })
  return (
    <>
      <span>{t('workingDays', { n: view.workingDays })}</span>
      {view.confirmedBy && view.confirmedAt ? (
        <StateTag
          tone="good"
          title={t('confirmed', { name: view.confirmedBy, day: format.day(view.confirmedAt, 'plain') })}
        />
      ) : view.arranged ? (
        <StateTag tone="waiting" title={t('unconfirmed')} />
      ) : null}
      {view.can.confirm && view.arranged && !view.confirmedBy ? (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate({ year: view.year })}>
          {t('confirm')}
        </Button>
      ) : null}
    </>
  )
}

function Warnings({ view, onOpen }: { view: YearView; onOpen: (year: number) => void }) {
  const t = useText(messages)
  const { nextYear } = view
  return (
    <>
      {view.arranged ? null : <Alert type="info" showIcon title={t('unarranged', { year: view.year })} />}
      {nextYear.missing && view.can.change ? (
        <Alert
          type="warning"
          showIcon
          title={t('missing', { year: nextYear.year })}
          description={
            <span className="hq-row">
              {view.year === nextYear.year ? null : (
                <Button onClick={() => onOpen(nextYear.year)}>
                  {t('openYear', { year: nextYear.year })}
                </Button>
              )}
              <LinkTo to="/import">{t('import')}</LinkTo>
            </span>
          }
        />
      ) : null}
    </>
  )
}

function DayList({ view, onOpen }: { view: YearView; onOpen: (day: string) => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  return (
    <details className="hq-section hq-section-card">
      <summary>
        {t('list')} · {view.days.length}
      </summary>
      <PlainTable<DayRow>
        label={t('list')}
        rows={view.days}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.day)}
        columns={[
          { key: 'day', title: t('day'), render: (row) => format.day(row.day) },
          { key: 'kind', title: t('kind'), card: 'mark', render: (row) => localised(dayKindWords[row.kind]) },
          { key: 'name', title: t('name'), render: (row) => localised(row.name) },
          { key: 'hours', title: t('hours'), render: (row) => row.hours ?? '—' },
          { key: 'site', title: t('site'), render: (row) => row.siteName ?? t('allSites') },
          { key: 'source', title: t('source'), render: (row) => t(row.source) },
        ]}
      />
    </details>
  )
}
