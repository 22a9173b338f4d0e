import { App, Button } from 'antd'
import { useState } from 'react'
import { ReasonDialog } from '#engines/orders/web/reason-dialog.tsx'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useGo, useSearch } from '#kernel/web/navigate.ts'
import type { RowOf } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Filter } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import type { Column } from '#ui/plain-table.tsx'
import { QrImage } from '#ui/qr-image.tsx'
import { LongName } from '#ui/section.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { repairs } from '../module.ts'
import { MakeCodes } from './make-codes.tsx'
import { searchSites } from './search-sites.ts'
import './repairs.css'

const messages = defineMessages({
  title: text('报修二维码', 'Repair codes'),
  note: text(
    '贴在门边，谁扫都能报修，不用账号。',
    'Put one at each door: anybody can report, without an account.',
  ),
  make: text('生成二维码', 'Make codes'),
  print: text('打印', 'Print'),
  place: text('地点', 'Place'),
  state: text('状态', 'State'),
  valid: text('在用', 'In use'),
  revoked: text('已停用', 'Revoked'),
  reports: text('报修次数', 'Reports'),
  made: text('生成', 'Made'),
  why: text('停用原因', 'Why revoked'),
  revoke: text('停用', 'Revoke'),
  revokeTitle: text('停用“{place}”的二维码？', 'Revoke the code of “{place}”?'),
  revokeNote: text(
    '已贴出去的这张再也扫不开，不能恢复；可以另外生成一张。',
    'The printed code will no longer open and cannot be restored; you can make another.',
  ),
  done: text('已停用', 'Revoked'),
  site: text('物业', 'Site'),
  all: text('含已停用', 'Revoked ones'),
  none: text('还没有二维码', 'No codes yet'),
  next: text(
    '点“生成二维码”，选一栋楼，整栋各个房间一次生成，再打印。',
    'Tap “Make codes”, choose a building, make all its rooms at once, then print.',
  ),
  open: text('打开扫码页', 'Open the scan page'),
})

const revokeReasons = [
  text('损坏或丢失', 'Damaged or lost'),
  text('房间改作他用', 'The room changed'),
  text('被人滥用', 'Misused'),
]

const filters: Filter[] = [
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'revoked', kind: 'toggle', label: messages.all },
]

type Row = RowOf<typeof repairs.actions.listPlaceCodes>

/** The printed codes at doors: make, print, revoke. */
export default function CodesPage() {
  const t = useText(messages)
  const go = useGo()
  const [search, change] = useSearch()
  const [revoking, setRevoking] = useState<Row>()
  const columns = useColumns(setRevoking)
  const siteId = typeof search.siteId === 'string' ? search.siteId : undefined
  const making = search.make === 'true'
  const print = siteId ? `/repairs/codes/print?siteId=${siteId}` : '/repairs/codes/print'
  return (
    <Page
      title={messages.title}
      subtitle={t('note')}
      action={{ title: messages.make, onClick: () => change({ make: 'true' }) }}
      extra={<Button onClick={() => go(print)}>{t('print')}</Button>}
    >
      <div className="hq-codes">
        <DataTable
          name="repairs.codes"
          title={messages.title}
          read={repairs.actions.listPlaceCodes}
          exportTo={repairs.actions.exportPlaceCodes}
          filters={filters}
          columns={columns}
          empty={{ icon: 'qr', title: messages.none, next: messages.next }}
          onNew={() => change({ make: 'true' })}
        />
      </div>
      <SidePanel open={making} title={t('make')} onClose={() => change({ make: undefined })}>
        <MakeCodes onDone={(id) => change({ make: undefined, siteId: id })} />
      </SidePanel>
      {revoking ? <RevokeDialog row={revoking} onClose={() => setRevoking(undefined)} /> : null}
    </Page>
  )
}

function RevokeDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useText(messages)
  const { message } = App.useApp()
  const revoke = useWrite(repairs.actions.revokePlaceCode, {
    quiet: true,
    invalidates: ['/repairs/place-codes'],
    onDone: () => {
      message.success(t('done'))
      onClose()
    },
  })
  return (
    <ReasonDialog
      open
      title={t('revokeTitle', { place: row.place.label })}
      note={t('revokeNote')}
      usual={revokeReasons}
      yes={t('revoke')}
      busy={revoke.isPending}
      error={revoke.error}
      onSubmit={(reason) => revoke.mutate({ codeId: row.id, reason })}
      onClose={onClose}
    />
  )
}

function useColumns(onRevoke: (row: Row) => void): Column<Row>[] {
  const t = useText(messages)
  const format = useFormat()
  return [
    {
      key: 'place',
      title: messages.place,
      render: (row) => (
        <span className="hq-code-place">
          <QrImage value={window.location.origin + row.path} size={48} label={row.place.label} />
          <LongName>{row.place.label}</LongName>
        </span>
      ),
    },
    {
      key: 'state',
      title: messages.state,
      card: 'mark',
      render: (row) =>
        row.revokedAt ? (
          <StateTag tone="ended" title={messages.revoked} />
        ) : (
          <StateTag tone="good" title={messages.valid} />
        ),
    },
    { key: 'reports', title: messages.reports, align: 'right', render: (row) => row.reports },
    {
      key: 'made',
      title: messages.made,
      render: (row) => `${row.createdBy} ${format.when(row.createdAt)}`,
    },
    {
      key: 'why',
      title: messages.why,
      render: (row) => (row.revokedAt ? `${format.when(row.revokedAt)} ${row.revokedReason ?? ''}` : '—'),
    },
    {
      key: 'do',
      title: '',
      card: 'bare',
      render: (row) =>
        row.revokedAt ? null : (
          <span className="hq-row">
            <a href={row.path} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
            {row.can.revoke ? (
              <Button size="small" onClick={() => onRevoke(row)}>
                {t('revoke')}
              </Button>
            ) : null}
          </span>
        ),
    },
  ]
}
