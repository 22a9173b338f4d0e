import { App, Drawer, Input } from 'antd'
import { useState } from 'react'
import { closingResults } from '#engines/orders/words.ts'
import { missingLines } from '#engines/standards/web/checklist/checklist-draft.ts'
import type { useChecklist } from '#engines/standards/web/checklist/use-checklist.ts'
import { useTakePicture } from '#engines/standards/web/checklist/use-take-picture.ts'
import { text } from '#kernel/contract/text.ts'
import { useConnection } from '#kernel/web/connection.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { type Uploaded, Uploader } from '#ui/uploader.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { useOrderDeed } from './use-order-deed.ts'

const messages = defineMessages({
  title: text('完工', 'Finish'),
  missing: text('还差 {n} 项，点一下就到', '{n} still missing; tap to go there'),
  answer: text('没填', 'not answered'),
  photo: text('没拍照', 'no photo'),
  reading: text('没填读数', 'no reading'),
  limit: text('读数超限', 'beyond the limit'),
  notOk: text('不合格', 'not OK'),
  after: text('修后照片', 'Photos of the result'),
  result: text('结果', 'Result'),
  cause: text('什么原因坏的（可不填）', 'What caused it (optional)'),
  done: text('完工，交报修人确认', 'Finish; the requester confirms'),
  finished: text('已完工，等报修人确认', 'Finished; the requester is asked to confirm'),
  kept: text(
    '已完工，记在手机上，有信号自动上传',
    'Finished; kept on the phone and sent when there is a signal',
  ),
  what: text('完工：{result}', 'Finished: {result}'),
  close: text('先不完工', 'Not yet'),
})

const results = ['RESOLVED', 'PARTLY_RESOLVED', 'NOT_NEEDED', 'NOT_POSSIBLE'] as const

interface FinishSheetProps {
  repair: RepairDetail
  list: ReturnType<typeof useChecklist>
  open: boolean
  onClose: () => void
}

/** The last step: what is missing by name, each one tap away; then the photo and one button. */
export function FinishSheet({ repair, list, open, onClose }: FinishSheetProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const go = useGo()
  const [result, setResult] = useState<(typeof results)[number]>('RESOLVED')
  const [cause, setCause] = useState('')
  const [photos, setPhotos] = useState<Uploaded[]>([])
  const { message } = App.useApp()
  const away = useConnection() === 'offline'
  const takePicture = useTakePicture()
  const complete = useOrderDeed(repairs.actions.completeRepair)
  const [busy, setBusy] = useState(false)
  const finish = async () => {
    setBusy(true)
    // Answers tapped a moment ago go first.
    await list.settle()
    const ids = photos.map(({ id }) => id)
    const kept = await complete(
      {
        orderId: repair.id,
        result,
        ...(cause.trim() ? { cause: cause.trim() } : {}),
        ...(ids.length > 0 ? { photos: ids } : {}),
      },
      t('what', { result: localised(closingResults[result]) }),
      ids,
    )
    setBusy(false)
    if (!kept) return
    message.success(t(away ? 'kept' : 'finished'))
    go('/')
  }
  const done = result === 'RESOLVED' || result === 'PARTLY_RESOLVED'
  const missing = done
    ? missingLines(repair.checklist.lines, list.drafts).filter(
        ({ lack }) => lack !== 'notOk' || result === 'RESOLVED',
      )
    : []
  const goTo = (lineId: string) => {
    onClose()
    // After the sheet has gone, so that the line is not behind it.
    setTimeout(() => {
      const line = document.getElementById(`line-${lineId}`)
      line?.scrollIntoView({ block: 'center' })
      line?.querySelector('button')?.focus()
    }, 250)
  }
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="bottom"
      size="auto"
      title={t('title')}
      closable={{ 'aria-label': t('close') }}
      destroyOnHidden
    >
      <div className="finish">
        {missing.length > 0 ? (
          <div className="finish-missing">
            <strong>{t('missing', { n: missing.length })}</strong>
            <ul>
              {missing.map(({ line, lack }) => (
                <li key={line.id}>
                  <button type="button" onClick={() => goTo(line.id)}>
                    <span>{localised(line.text)}</span>
                    <span className="checklist-lack">{t(lack)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <ChoiceTiles
          label={t('result')}
          value={result}
          onChange={(value) => setResult(results.find((one) => one === value) ?? 'RESOLVED')}
          options={results.map((value) => ({ value, title: closingResults[value] }))}
        />
        <h3>{t('after')}</h3>
        <Uploader label={t('after')} value={photos} onChange={setPhotos} upload={takePicture} />
        <Input
          size="large"
          aria-label={t('cause')}
          placeholder={t('cause')}
          maxLength={2000}
          value={cause}
          onChange={({ target }) => setCause(target.value)}
        />
        <button
          type="button"
          className="task-button task-primary"
          disabled={missing.length > 0 || busy}
          onClick={() => void finish()}
        >
          {t('done')}
        </button>
      </div>
    </Drawer>
  )
}
