import { App, Input } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { discardDeeds, retryDeeds, useDeeds } from '#kernel/web/offline/outbox.ts'
import { usePictureAddress } from '#kernel/web/offline/pictures.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { PhotoStrip } from '#ui/photo-strip.tsx'
import { Problem } from '#ui/problem.tsx'
import { repairs } from '../../module.ts'
import { placeOf } from './sort-tasks.ts'
import { useHandOver } from './use-hand-over.ts'

const messages = defineMessages({
  order: text('工单', 'Order'),
  refused: text('没有送达：{why}', 'Not delivered: {why}'),
  behind: text('排在后面', 'behind it'),
  waiting: text('待上传', 'to be sent'),
  noteHint: text('给调度补一句（可不填）', 'A word to the desk (optional)'),
  handOver: text('转给调度', 'Hand it to the desk'),
  handed: text('已转给调度', 'Handed to the desk'),
  again: text('再试一次', 'Try again'),
  discard: text('丢弃', 'Discard'),
  discardSure: text('丢弃这 {n} 项？', 'Discard {n|this|these} {n} {n|entry|entries}?'),
  discardNote: text(
    '连同照片从手机上删除，谁也看不到了，不能恢复。',
    'They are deleted from this phone with their photos; nobody will see them and they cannot be brought back.',
  ),
  keep: text('先不', 'Not now'),
})

/** What is on the phone of one order; if it was not taken: why, what it was, and the ways out. */
export function UnsentOrder({ orderId }: { orderId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const { modal } = App.useApp()
  const address = usePictureAddress()
  const read = useRead(repairs.actions.readRepair, { orderId }, { keep: false })
  const deeds = useDeeds().filter(({ subject, sentAt }) => subject === orderId && sentAt === null)
  const [note, setNote] = useState('')
  const handing = useHandOver(orderId, t('handed'))
  const refusal = deeds.find((deed) => deed.refusal)?.refusal
  if (deeds.length === 0) return null
  const photos = deeds.flatMap(({ pictures }) => pictures).map((id) => ({ id, ...address(id) }))
  const why = refusal ? refusal.detail || refusal.title : ''
  const discard = () =>
    modal.confirm({
      title: t('discardSure', { n: deeds.length }),
      content: t('discardNote'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      cancelText: t('keep'),
      onOk: () => discardDeeds(orderId),
    })
  return (
    <section className="task-head unsent" aria-label={read.data?.title ?? t('order')}>
      <LinkTo to={`/tasks/${orderId}`} className="next-where">
        <strong>{read.data ? placeOf(read.data) : t('order')}</strong>
        <span>{read.data?.title}</span>
      </LinkTo>
      {refusal ? <p className="unsent-why">{t('refused', { why })}</p> : null}
      <ol className="unsent-deeds">
        {deeds.map((deed) => (
          <li key={deed.id}>
            <span>{deed.what}</span>
            <small className="hq-faint">
              {format.when(deed.at)}
              {deed.refusal ? '' : ` · ${t(refusal ? 'behind' : 'waiting')}`}
            </small>
          </li>
        ))}
      </ol>
      <PhotoStrip photos={photos} />
      {refusal ? (
        <>
          <Input.TextArea
            aria-label={t('noteHint')}
            placeholder={t('noteHint')}
            maxLength={2000}
            autoSize={{ minRows: 2 }}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          {handing.error ? <Problem error={handing.error} /> : null}
          <button
            type="button"
            className="task-button task-primary"
            disabled={handing.busy}
            aria-busy={handing.busy}
            onClick={() => void handing.handOver(deeds, why, note)}
          >
            {t('handOver')}
          </button>
          <div className="task-ways-out">
            <button type="button" className="task-button" onClick={() => void retryDeeds(orderId)}>
              {t('again')}
            </button>
            <button type="button" className="task-button" onClick={discard}>
              {t('discard')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  )
}
