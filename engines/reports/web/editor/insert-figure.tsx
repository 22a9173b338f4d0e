import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { metrics } from '#engines/metrics/module.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { editorMessages } from './editor-messages.ts'

type Summary = OutputOf<typeof metrics.actions.listMetrics>['items'][number]

/** Finds a figure by name or definition and puts it into the sentence; all by keyboard. */
export function InsertFigure({
  onChoose,
  onClose,
}: {
  onChoose: (metric: string) => void
  onClose: () => void
}) {
  const t = useText(editorMessages)
  const localised = useLocalised()
  const list = useRead(metrics.actions.listMetrics, {})
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<InputRef>(null)
  useEffect(() => {
    // The dialog takes the focus to itself while it opens; the search box gets it right after.
    const timer = setTimeout(() => box.current?.focus(), 60)
    return () => clearTimeout(timer)
  }, [])
  const wanted = words.trim().toLowerCase()
  const found = (list.data?.items ?? []).filter((one) =>
    `${localised(one.title)} ${localised(one.definition)} ${one.id}`.toLowerCase().includes(wanted),
  )
  const current = found[Math.min(at, found.length - 1)]
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = Math.min(found.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))
      setAt(next)
      document.getElementById(`figure-choice-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      onChoose(current.id)
    }
  }
  return (
    <Modal open title={t('insertFigure')} onCancel={onClose} footer={null} destroyOnHidden>
      <Input
        ref={box}
        allowClear
        value={words}
        placeholder={t('searchFigure')}
        role="combobox"
        aria-label={t('searchFigure')}
        aria-expanded
        aria-controls="figure-choices"
        aria-activedescendant={current ? `figure-choice-${found.indexOf(current)}` : undefined}
        onChange={({ target }) => {
          setWords(target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <p className="hq-faint rpt-insert-hint">{t('insertHint')}</p>
      {list.isPending ? <Loading /> : null}
      {list.error ? <Problem error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && found.length === 0 ? <p className="hq-faint">{t('noFigure')}</p> : null}
      <div className="rpt-choices" id="figure-choices" role="listbox" aria-label={t('insertFigure')}>
        {found.map((one, index) => (
          <Choice
            key={one.id}
            one={one}
            id={`figure-choice-${index}`}
            current={one === current}
            onChoose={onChoose}
          />
        ))}
      </div>
    </Modal>
  )
}

function Choice({
  one,
  id,
  current,
  onChoose,
}: {
  one: Summary
  id: string
  current: boolean
  onChoose: (metric: string) => void
}) {
  const localised = useLocalised()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box hears the keys of its list
    <div
      id={id}
      role="option"
      aria-selected={current}
      tabIndex={-1}
      className="rpt-choice"
      onClick={() => onChoose(one.id)}
    >
      <span>
        <strong>{localised(one.title)}</strong>
        <span className="hq-faint">
          {localised(one.group)} · {localised(one.unit)}
        </span>
      </span>
      <small className="hq-soft">{localised(one.definition)}</small>
    </div>
  )
}
