import { Button, Typography } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ConfirmButton } from '#ui/confirm-button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { feeds } from '../module.ts'

const messages = defineMessages({
  title: text('日历订阅', 'Calendar feed'),
  settings: text('我的设置', 'My settings'),
  what: text(
    '把这个地址加到手机或电脑的日历里（“订阅日历”），手上的工单和承诺时间会自动出现。',
    'Subscribe to this address in the calendar of your phone or computer: your orders and promised times appear there.',
  ),
  care: text(
    '有这个地址的人都能看到，请像密码一样保管；泄露了就更换。',
    'Whoever has the address can read it: keep it like a password, and renew it if it leaks.',
  ),
  since: text('{when}建立', 'Made {when}'),
  make: text('建立订阅地址', 'Make an address'),
  renew: text('更换', 'Renew'),
  renewSure: text(
    '更换订阅地址？旧地址立刻失效，已订阅的日历要重新添加。',
    'Renew the address? The old one stops at once; calendars must subscribe again.',
  ),
  revoke: text('停用', 'Revoke'),
  revokeSure: text(
    '停用日历订阅？已订阅的日历不再更新。',
    'Revoke the feed? Calendars are not updated any more.',
  ),
  none: text('还没有订阅地址', 'No address yet'),
})

const invalidates = ['/me/calendar-feed']

/** The own calendar's secret address: made, renewed, revoked. */
export default function CalendarFeedPage() {
  const t = useText(messages)
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(feeds.actions.readMyFeed, {})
  const renew = useWrite(feeds.actions.renewMyFeed, { invalidates })
  const revoke = useWrite(feeds.actions.revokeMyFeed, { invalidates })
  const make = (
    <Button type="primary" loading={renew.isPending} onClick={() => renew.mutate({})}>
      {t('make')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      subtitle={t('what')}
      width="text"
      trail={[{ title: messages.settings, to: '/me' }]}
    >
      {isPending ? <Loading /> : null}
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : null}
      {data && !data.feed ? <Empty icon="calendar" title={t('none')} action={make} /> : null}
      {data?.feed ? (
        <Section>
          <div className="hq-stack">
            <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>
              {`${window.location.origin}${data.feed.path}`}
            </Typography.Text>
            <p className="hq-faint">{t('since', { when: format.when(data.feed.createdAt) })}</p>
            <p>{t('care')}</p>
            <div className="hq-row">
              <ConfirmButton
                danger={false}
                question={t('renewSure')}
                yes={t('renew')}
                onConfirm={() => renew.mutateAsync({})}
              >
                {t('renew')}
              </ConfirmButton>
              <ConfirmButton
                question={t('revokeSure')}
                yes={t('revoke')}
                onConfirm={() => revoke.mutateAsync({})}
              >
                {t('revoke')}
              </ConfirmButton>
            </div>
          </div>
        </Section>
      ) : null}
    </Page>
  )
}
