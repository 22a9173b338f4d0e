import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { Shape } from '#ui/shape.tsx'
import { editorMessages } from './editor-messages.ts'
import type { Draft } from './use-draft.ts'

/** Whether everything written is kept, in words and shape. */
export function KeepingStatus({ draft }: { draft: Draft }) {
  const t = useText(editorMessages)
  const format = useFormat()
  const all = Object.values(draft.keeping)
  const [tone, words] = all.some(({ newest }) => newest)
    ? (['bad', t('conflict')] as const)
    : all.some(({ error }) => error)
      ? (['bad', t('notKept')] as const)
      : all.some(({ saving }) => saving)
        ? (['working', t('keeping')] as const)
        : draft.unkept
          ? (['waiting', t('unkept')] as const)
          : ([
              'good',
              draft.keptAt
                ? t('kept', { time: format.time(new Date(draft.keptAt).toISOString()) })
                : t('allKept'),
            ] as const)
  return (
    <span className={`rpt-kept hq-tone-${tone}`} role="status">
      <Shape tone={tone} />
      <span>{words}</span>
    </span>
  )
}
