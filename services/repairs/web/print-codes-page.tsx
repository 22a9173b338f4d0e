import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { QrImage } from '#ui/qr-image.tsx'
import { repairs } from '../module.ts'
import './print-codes.css'

const messages = defineMessages({
  title: text('打印报修二维码', 'Print repair codes'),
  count: text('{n} 张，A4 纸每页 8 张，沿虚线剪开。', '{n} labels, 8 to an A4 page; cut along the dashes.'),
  print: text('打印', 'Print'),
  back: text('返回', 'Back'),
  scan: text('扫码报修', 'Scan to report a repair'),
  note: text('不用账号，拍照、选类别即可', 'No account needed: a photo and a tap'),
  none: text('没有在用的二维码可打印', 'There is no code in use to print'),
})

/** 42 mm in pixels of the page. */
const labelSquare = 159

/** A4 sheets of labels to cut out and put at doors. */
export default function PrintCodesPage() {
  const t = useText(messages)
  const [search] = useSearch()
  const siteId = typeof search.siteId === 'string' ? search.siteId : undefined
  const sheet = useRead(repairs.actions.printPlaceCodes, siteId ? { siteId } : {})
  if (sheet.isPending) return <Loading />
  if (sheet.error) return <Problem error={sheet.error} onRetry={() => void sheet.refetch()} />
  const { items, bureauName } = sheet.data
  return (
    <main className="hq-labels-page">
      <header className="hq-labels-head">
        <LinkTo to="/repairs/codes">{t('back')}</LinkTo>
        <h1>{t('title')}</h1>
        <span className="hq-soft">{t('count', { n: items.length })}</span>
        <Button type="primary" size="large" disabled={items.length === 0} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </header>
      {items.length === 0 ? <Empty icon="qr" title={t('none')} /> : null}
      <ul className="hq-labels">
        {items.map((code) => (
          <li key={code.id} className="hq-label">
            <QrImage value={window.location.origin + code.path} size={labelSquare} label={code.place.label} />
            <div className="hq-label-words">
              <strong className="hq-label-scan">{t('scan')}</strong>
              <span className="hq-label-place">
                {code.place.siteName}
                {code.place.roomName ? <b>{code.place.roomName}</b> : null}
                {code.place.placeText ? <span>{code.place.placeText}</span> : null}
              </span>
              <small>{t('note')}</small>
              <small>{bureauName}</small>
            </div>
          </li>
        ))}
      </ul>
    </main>
  )
}
