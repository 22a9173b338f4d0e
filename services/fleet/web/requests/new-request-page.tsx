import { useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { type Choice, SearchSelect } from '#ui/search-select.tsx'
import { requestActions } from '../../actions/request-actions.ts'
import { type EarlierRide, RequestForm } from './request-form.tsx'
import { nextStart, type RideDraft, wishesOf } from './ride-draft.ts'

const messages = defineMessages({
  title: text('申请用车', 'Ask for a vehicle'),
  home: text('首页', 'Home'),
  who: text('{name} · {unit} · {phone}', '{name} · {unit} · {phone}'),
  noPhone: text('没有登记手机', 'no phone on record'),
  forWhom: text('替谁申请（不填就是自己）', 'For whom (yourself when empty)'),
  submit: text('提交申请', 'Send the request'),
})

/** Three taps for the usual ride: a destination of before fills the rest, and it is sent. */
export default function NewRequestPage() {
  const t = useText(messages)
  const [search] = useSearch()
  const repeat = typeof search.repeat === 'string' ? search.repeat : null
  const defaults = useRead(requestActions.readRequestDefaults, {})
  const earlier = useRead(
    requestActions.readRequest,
    { requestId: repeat ?? '' },
    { enabled: repeat !== null },
  )
  const ready = defaults.data && (repeat === null || earlier.data || earlier.error)
  return (
    <Page title={t('title')} trail={[{ title: t('home'), to: '/' }]}>
      {ready || defaults.error ? null : <Loading />}
      {defaults.error ? <Problem error={defaults.error} onRetry={() => void defaults.refetch()} /> : null}
      {ready ? <NewRequest defaults={defaults.data} again={earlier.data ?? null} /> : null}
    </Page>
  )
}

type Defaults = NonNullable<ReturnType<typeof useRead<typeof requestActions.readRequestDefaults>>['data']>
type Earlier = NonNullable<ReturnType<typeof useRead<typeof requestActions.readRequest>>['data']>

function NewRequest({ defaults, again }: { defaults: Defaults; again: Earlier | null }) {
  const t = useText(messages)
  const go = useGo()
  const [forPersonId, setForPersonId] = useState<string | null>(null)
  const submit = useWrite(requestActions.submitRequest, {
    quiet: true,
    invalidates: ['/fleet', '/approvals'],
    onDone: ({ id }) => go(`/fleet/requests/${id}`),
  })
  return (
    <div className="hq-stack hq-stack-tight">
      <p className="hq-soft">
        {t('who', {
          name: defaults.name,
          unit: defaults.unit ?? '—',
          phone: defaults.phone ?? t('noPhone'),
        })}
      </p>
      {defaults.mayAskForOthers ? (
        <SearchSelect
          name={t('forWhom')}
          search={searchPeople}
          value={forPersonId ?? undefined}
          onChange={(value) => setForPersonId(typeof value === 'string' ? value : null)}
        />
      ) : null}
      <RequestForm
        initial={beginningOf(defaults, again)}
        places={defaults.places as EarlierRide[]}
        submit={t('submit')}
        busy={submit.isPending}
        error={submit.error}
        onSend={(draft, chosen) =>
          submit.mutate({ ...wishesOf(draft), ...chosen, ...(forPersonId ? { forPersonId } : {}) })
        }
      />
    </div>
  )
}

/** An earlier request once more, else the usual choices. */
function beginningOf({ usual }: Defaults, again: Earlier | null): RideDraft {
  const plain: RideDraft = {
    purpose: usual?.purpose ?? 'MEETING',
    reason: '',
    passengers: usual?.passengers ?? 1,
    origin: usual?.origin ?? '',
    stops: [],
    destination: '',
    reach: 'DISTRICT',
    distanceKm: null,
    way: usual?.way ?? 'RETURN',
    ...nextStart(),
    minutes: 180,
    luggage: 'NONE',
    mayPool: true,
    emergency: false,
    contactPhone: '',
    vehicleClass: null,
    forPersonId: null,
  }
  if (!again) return plain
  const { purpose, reason, passengers, origin, stops, destination, reach, distanceKm, way } = again
  const { luggage, mayPool, vehicleClass } = again
  const minutes = Math.round((Date.parse(again.to) - Date.parse(again.from)) / 60_000)
  return {
    ...plain,
    ...{ purpose, reason, passengers, origin, stops, destination, reach, distanceKm, way },
    ...{ luggage, mayPool, vehicleClass },
    minutes,
  }
}

async function searchPeople(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listPeople, { search: words, limit: 20 })
  return items.map(({ id, name, unitName }) => ({ value: id, label: name, note: unitName }))
}
