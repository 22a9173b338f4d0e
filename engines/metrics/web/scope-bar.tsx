import { Segmented, Select } from 'antd'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { DayInput } from '#ui/day-input.tsx'
import { type Choice, SearchSelect } from '#ui/search-select.tsx'
import { usePhone } from '#ui/use-phone.ts'
import './metrics.css'
import { messages } from './messages.ts'
import { namedPeriod, type PeriodName, periodNames } from './named-period.ts'
import type { MetricScope } from './use-metric-scope.ts'

async function searchUnits(search: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listUnits, { search, limit: 30 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

async function searchSites(search: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listSites, { search, limit: 50 })
  return items.map(({ id, name, campusName }) => ({ value: id, label: name, note: campusName ?? undefined }))
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** The names of the place in the address, so that a link shows words before anybody searches. */
export function usePlaceNames({ scope }: MetricScope): {
  unit: string | undefined
  site: string | undefined
} {
  const unit = useRead(
    directory.actions.readUnit,
    { unitId: scope.unit ?? nobody },
    { enabled: !!scope.unit, keep: false },
  )
  const site = useRead(
    directory.actions.readSite,
    { siteId: scope.site ?? nobody },
    { enabled: !!scope.site, keep: false },
  )
  return { unit: unit.data?.name, site: site.data?.name }
}

/** Which days and which place: kept in the address, so that every link opens the same view. */
export function ScopeBar({ metric, places = true }: { metric: MetricScope; places?: boolean }) {
  const t = useText(messages)
  const phone = usePhone()
  const names = usePlaceNames(metric)
  const { scope, period, change } = metric
  const options = periodNames.map((value) => ({ value, label: t(value) }))
  const choose = (name: PeriodName) => {
    const days = name === 'custom' ? namedPeriod('year', scope.to) : undefined
    change({ period: name === 'year' ? undefined : name, from: days && scope.from, to: days && scope.to })
  }
  const chosen = (id: string | undefined, label: string | undefined) =>
    id && label ? { value: id, label } : undefined
  return (
    <search className="mtr-scope">
      {phone ? (
        <Select<PeriodName>
          aria-label={t('period')}
          value={period}
          options={options}
          onChange={choose}
          className="mtr-scope-period"
        />
      ) : (
        <Segmented<PeriodName> aria-label={t('period')} value={period} options={options} onChange={choose} />
      )}
      {period === 'custom' ? (
        <span className="mtr-scope-days">
          <DayInput
            label={t('from')}
            value={scope.from}
            max={scope.to}
            onChange={(from) => from && change({ from })}
          />
          <span>–</span>
          <DayInput
            label={t('to')}
            value={scope.to}
            min={scope.from}
            onChange={(to) => to && change({ to })}
          />
        </span>
      ) : null}
      {places ? (
        <>
          <span className="mtr-scope-place">
            <SearchSelect
              name="metrics.unit"
              label={t('unit')}
              placeholder={t('allUnits')}
              search={searchUnits}
              value={scope.unit ?? null}
              chosen={chosen(scope.unit, names.unit)}
              onChange={(unit) => change({ unit: unit ?? undefined })}
            />
          </span>
          <span className="mtr-scope-place">
            <SearchSelect
              name="metrics.site"
              label={t('site')}
              placeholder={t('allSites')}
              search={searchSites}
              value={scope.site ?? null}
              chosen={chosen(scope.site, names.site)}
              onChange={(site) => change({ site: site ?? undefined })}
            />
          </span>
        </>
      ) : null}
    </search>
  )
}
