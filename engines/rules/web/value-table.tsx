import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { ValueView } from '../schema.ts'
import { effectWords } from '../words.ts'
import { messages } from './messages.ts'
import type { Deed } from './rule-page.tsx'

const tones = { IN_FORCE: 'good', LATER: 'new', ENDED: 'ended' } as const
const stateWords = { IN_FORCE: messages.inForce, LATER: messages.later, ENDED: messages.ended }

/** A rule's values: to what, how much, where, from what source; the ended ones on request. */
export function ValueTable({
  values,
  onDeed,
}: {
  values: readonly ValueView[]
  onDeed: (deed: Deed) => void
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const [all, setAll] = useState(false)
  const ended = values.filter(({ state }) => state === 'ENDED').length
  return (
    <div className="hq-stack">
      <PlainTable
        label={t('values')}
        rows={all ? values : values.filter(({ state }) => state !== 'ENDED')}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'about',
            title: t('about'),
            card: 'title',
            render: ({ keyWords }) => (keyWords ? localised(keyWords) : t('everything')),
          },
          {
            key: 'limit',
            title: t('limit'),
            render: ({ limit, overrides }) => (
              <span>
                {localised(limit)}
                {overrides ? <small className="hq-soft rules-below">{t('overrides')}</small> : null}
              </span>
            ),
          },
          { key: 'effect', title: t('effect'), render: ({ effect }) => localised(effectWords[effect]) },
          { key: 'where', title: t('where'), render: (value) => <Where value={value} /> },
          { key: 'source', title: t('source'), width: '28%', render: (value) => <Source value={value} /> },
          { key: 'days', title: t('days'), card: 'mark', render: (value) => <Days value={value} /> },
          {
            key: 'do',
            title: '',
            align: 'right',
            card: 'bare',
            render: (value) =>
              value.can.replace ? (
                <span className="hq-row rules-nowrap">
                  <Button type="text" onClick={() => onDeed({ kind: 'replace', value })}>
                    {t('replace')}
                  </Button>
                  <Button type="text" onClick={() => onDeed({ kind: 'end', value })}>
                    {t('end')}
                  </Button>
                </span>
              ) : null,
          },
        ]}
      />
      {ended > 0 && !all ? (
        <Button onClick={() => setAll(true)}>{t('showEnded', { n: ended })}</Button>
      ) : null}
    </div>
  )
}

function Where({ value }: { value: ValueView }) {
  const t = useText(messages)
  const { level, jurisdiction, unitName, applies } = value
  const name =
    level === 'NATIONAL'
      ? t('nation')
      : level === 'UNIT'
        ? t('levelUNIT', { name: unitName ?? '' })
        : t(`level${level}`, { code: jurisdiction })
  return (
    <span>
      {name}
      {applies ? null : <small className="hq-soft rules-below">{t('notHere')}</small>}
    </span>
  )
}

function Source({ value: { source } }: { value: ValueView }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <span>
      {[source.title, source.docNo, source.article].filter(Boolean).join(' ')}
      <small className="hq-soft rules-below rules-address">
        {t(`mark${source.mark}`)}，{t('checkedOn', { day: format.day(source.checkedOn) })}
        {source.url ? `，${source.url}` : ''}
      </small>
    </span>
  )
}

function Days({ value: { state, from, to, endReason } }: { value: ValueView }) {
  const t = useText(messages)
  const format = useFormat()
  return (
    <span>
      <StateTag tone={tones[state]} title={stateWords[state]} />
      <small className="hq-soft rules-below">
        {to
          ? t('until', { from: format.day(from), to: format.day(to) })
          : t('since', { day: format.day(from) })}
      </small>
      {endReason ? <small className="hq-soft rules-below">{endReason}</small> : null}
    </span>
  )
}
