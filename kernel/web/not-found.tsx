import { text } from '#kernel/contract/text.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/page.tsx'
import { LinkTo } from './link-to.tsx'
import { defineMessages, useText } from './messages.ts'

const messages = defineMessages({
  title: text('没有这一页', 'There is no such page'),
  why: text('地址可能写错了，或者这一页已经搬走。', 'The address may be wrong, or the page has moved.'),
  home: text('回到首页', 'Back to the first page'),
})

/** An address that leads nowhere. */
export function NotFound() {
  const t = useText(messages)
  return (
    <Page title={t('title')} width="text">
      <Empty icon="place" title={t('why')} action={<LinkTo to="/">{t('home')}</LinkTo>} />
    </Page>
  )
}
