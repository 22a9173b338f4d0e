import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useModules } from '#kernel/web/shell-modules.ts'
import { type RowOf, useRead, useReadPages } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Filter, useFilters } from '#ui/filters.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { notifications } from '../module.ts'
import './notifications.css'

const messages = defineMessages({
  title: text('消息', 'Notifications'),
  unread: text('只看未读', 'Unread only'),
  type: text('类别', 'Kind'),
  all: text('全部标为已读', 'Mark all as read'),
  allDone: text('已全部标为已读', 'All marked as read'),
  how: text('提醒方式', 'How I am told'),
  none: text('没有消息', 'No notifications'),
  next: text('您的事项有进展时，会在这里告诉您。', 'When something of yours moves on, you hear of it here.'),
  fresh: text('有新消息，点此显示', 'There is news: show it'),
  more: text('再看一些', 'Show more'),
  times: text('{n} 次', '{n} times'),
  urgent: text('紧急', 'Urgent'),
  markRead: text('标为已读', 'Mark as read'),
  markUnread: text('标为未读', 'Mark as unread'),
  isNew: text('未读', 'Unread'),
})

type Row = RowOf<typeof notifications.actions.listNotifications>
const stale = ['/notifications']

function useTypeFilters(): Filter[] {
  const modules = useModules()
  return useMemo(
    () => [
      { key: 'unread', kind: 'toggle', label: messages.unread },
      {
        key: 'type',
        kind: 'select',
        label: messages.type,
        options: modules.flatMap(({ module }) =>
          Object.entries(module.notifications ?? {}).map(([value, { title }]) => ({ value, label: title })),
        ),
      },
    ],
    [modules],
  )
}

/**
 * What the reader was told, newest first. News that comes while the list is open is announced by a bar above it and
 * shown when asked for: the list does not move under the finger.
 */
export default function NotificationsPage() {
  const t = useText(messages)
  const filters = useTypeFilters()
  const { search, values, set, clear, count: filtered } = useFilters(filters)
  const { actions } = notifications
  const pages = useReadPages(actions.listNotifications, values)
  const unread = useRead(actions.countUnread, {})
  const [seen, setSeen] = useState<{ count: number; until: string } | null>(null)
  const count = unread.data?.count ?? 0
  // What the list was fetched with; a higher count since then is news it does not show yet.
  if (seen === null && unread.data && !pages.loading) setSeen({ count, until: new Date().toISOString() })
  // Marking something as read lowers the count a moment later; from there on, one more is news.
  if (seen !== null && count < seen.count) setSeen({ ...seen, count })
  const show = () => {
    setSeen(null)
    void unread.refetch()
    pages.reload()
  }
  const markAll = useWrite(actions.markAllRead, {
    invalidates: stale,
    success: t('allDone'),
    onDone: () => setSeen(null),
  })
  const mark = useWrite(actions.markRead, { invalidates: stale, onDone: () => setSeen(null) })
  const news = seen !== null && count > seen.count
  return (
    <Page
      title={t('title')}
      width="text"
      extra={
        <>
          <LinkTo to="/me/notifications">{t('how')}</LinkTo>
          <Button
            disabled={count === 0}
            loading={markAll.isPending}
            onClick={() => markAll.mutate({ until: seen?.until ?? new Date().toISOString() })}
          >
            {t('all')}
          </Button>
        </>
      }
    >
      <FilterBar filters={filters} search={search} onChange={set} onClear={clear} count={filtered} />
      <div className="hq-news-bar" role="status">
        {news ? (
          <Button type="link" onClick={show}>
            {t('fresh')}
          </Button>
        ) : null}
      </div>
      {pages.error ? <Problem error={pages.error} onRetry={pages.reload} /> : null}
      {pages.loading ? <Loading /> : null}
      {!pages.loading && !pages.error && pages.rows.length === 0 ? (
        <Empty icon="bell" title={t('none')} next={t('next')} />
      ) : null}
      <ul className="hq-news" aria-label={t('title')}>
        {pages.rows.map((row) => (
          <NewsLine key={row.id} row={row} onMark={(read) => mark.mutate({ notificationId: row.id, read })} />
        ))}
      </ul>
      {pages.hasMore ? (
        <Button block onClick={pages.more} loading={pages.loadingMore}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  )
}

function NewsLine({ row, onMark }: { row: Row; onMark: (read: boolean) => void }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const fresh = row.readAt === null
  const body = say(row.body)
  return (
    <li className={fresh ? 'hq-news-line hq-news-fresh' : 'hq-news-line'}>
      <span className="hq-news-dot">{fresh ? <span className="hq-hidden">{t('isNew')}</span> : null}</span>
      <LinkTo to={row.href} className="hq-news-link" onClick={() => fresh && onMark(true)}>
        <span className="hq-news-title">
          {row.urgent ? <span className="hq-news-urgent">{t('urgent')}</span> : null}
          {say(row.title)}
          {row.times > 1 ? <span className="hq-news-times">{t('times', { n: row.times })}</span> : null}
        </span>
        {body ? <span className="hq-soft">{body}</span> : null}
        <time className="hq-faint" dateTime={row.lastAt}>
          {format.when(row.lastAt)}
        </time>
      </LinkTo>
      <Button type="text" size="small" onClick={() => onMark(fresh)}>
        {t(fresh ? 'markRead' : 'markUnread')}
      </Button>
    </li>
  )
}
