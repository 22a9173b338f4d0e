import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  networks: text('允许访问的内网：{list}', 'Inner networks that are open: {list}'),
  closed: text(
    '内网地址默认不能访问；需要时请运维设置 HOUQIN_OUTBOUND_ALLOW。',
    'Inner addresses are closed unless the operator sets HOUQIN_OUTBOUND_ALLOW.',
  ),
})

/** Which inner networks calls may go to, for whoever enters an address. */
export function OpenNetworks({ list }: { list: readonly string[] }) {
  const t = useText(messages)
  return (
    <p className="hq-faint">{list.length > 0 ? t('networks', { list: list.join('、') }) : t('closed')}</p>
  )
}
