import { CloseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Segmented } from 'antd'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { cutoffWords } from '../../report-period.ts'
import type { FigureRun, ReportFigure } from '../../schema.ts'
import { showFigure } from '../../show-figure.ts'
import { editorMessages } from './editor-messages.ts'

export interface FigureCardProps {
  run: FigureRun
  figure: ReportFigure | undefined
  editing: boolean
  frozen: boolean
  /** The figure in the text it belongs to. */
  at: HTMLElement
  onChange: (run: FigureRun) => void
  onRemove: () => void
  onClose: () => void
  /** Closes it and gives the focus back to the figure. */
  onLeave: () => void
}

const shows = ['value', 'before', 'difference', 'change'] as const
const styles = ['plain', 'wan', 'yi'] as const
const qualifiers = ['exact', 'about', 'nearly', 'over'] as const

/** What a figure in a sentence is, beside it: definition, cut-off, difference, its rows, and how it is written. */
export function FigureCard({
  run,
  figure,
  editing,
  frozen,
  at,
  onChange,
  onRemove,
  onClose,
  onLeave,
}: FigureCardProps) {
  const t = useText(editorMessages)
  const format = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const [spot, setSpot] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const card = box.current
    const ground = card?.offsetParent
    if (!card || !ground) return
    const [chip, frame] = [at.getBoundingClientRect(), ground.getBoundingClientRect()]
    const left = Math.min(Math.max(8, chip.left - frame.left), frame.width - card.offsetWidth - 8)
    setSpot({ left: Math.max(8, left), top: chip.bottom - frame.top + 6 })
  }, [at])
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
    const close = (event: PointerEvent) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !at.contains(target)) onClose()
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [at, onClose])
  const scope = figure && {
    from: figure.from,
    to: figure.to,
    unit: figure.unitId ?? undefined,
    site: figure.siteId ?? undefined,
  }
  const facts: [string, ReactNode][] = figure
    ? [
        [t('cutoff'), cutoffWords(figure.to)],
        [t('before'), beforeWords(figure)],
        ...(figure.target === null
          ? []
          : [
              [t('target'), format.number(figure.target, { unit: figure.unit })] satisfies [
                string,
                ReactNode,
              ],
            ]),
        [t(frozen ? 'frozenAsOf' : 'asOf'), format.moment(figure.asOf)],
        [t('definition'), figure.definition],
      ]
    : []
  return (
    <div
      ref={box}
      className="rpt-card"
      style={spot}
      role="dialog"
      aria-label={figure?.title ?? run.metric}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onLeave()
      }}
    >
      <div className="rpt-card-head">
        <strong>{figure?.title ?? run.metric}</strong>
        <span className="rpt-card-value">{figure ? showFigure({}, figure) : run.shown}</span>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('close')} onClick={onLeave} />
      </div>
      {figure?.implausible ? <p className="rpt-card-doubt">{figure.implausible}</p> : null}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {scope ? (
        <LinkTo to={`/figures/${run.metric}${stringifySearch(scope)}`}>
          {t('openRows')}
          {typeof figure.records === 'number' ? `（${t('rows', { n: figure.records })}）` : ''}
        </LinkTo>
      ) : null}
      {editing ? (
        <div className="rpt-card-forms">
          <Choices
            label={t('shows')}
            value={run.show ?? 'value'}
            options={shows}
            t={t}
            onChange={(show) => onChange({ ...run, show })}
          />
          <Choices
            label={t('numberStyle')}
            value={run.style ?? 'plain'}
            options={styles}
            t={t}
            onChange={(style) => onChange({ ...run, style })}
          />
          <Choices
            label={t('qualifier')}
            value={run.qualifier ?? 'exact'}
            options={qualifiers}
            t={t}
            onChange={(next) => {
              const { qualifier: _former, ...exact } = run
              onChange(next === 'exact' ? exact : { ...exact, qualifier: next })
            }}
          />
          <div className="rpt-card-row">
            <Checkbox
              checked={run.withUnit !== false}
              onChange={({ target }) => onChange({ ...run, withUnit: target.checked })}
            >
              {t('withUnit')}
            </Checkbox>
            <Button type="text" danger onClick={onRemove}>
              {t('takeOut')}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}

/** The year before and how far apart; nothing is said of the distance to a year without records. */
function beforeWords(figure: ReportFigure): string {
  if (figure.before.value === null) return '—'
  const before = showFigure({ show: 'before' }, figure)
  return figure.before.value === 0 ? before : `${before}（${showFigure({ show: 'difference' }, figure)}）`
}

function Choices<K extends keyof typeof editorMessages & string>(props: {
  label: string
  value: K
  options: readonly K[]
  t: (key: K) => string
  onChange: (value: K) => void
}) {
  const { label, value, options, t, onChange } = props
  return (
    <div className="rpt-card-row">
      <span className="hq-faint">{label}</span>
      <Segmented<K>
        size="small"
        aria-label={label}
        value={value}
        options={options.map((one) => ({ value: one, label: t(one) }))}
        onChange={onChange}
      />
    </div>
  )
}
