import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({ print: text('打印', 'Print') })

/** The page as it stands, on paper. */
export function PrintButton() {
  const t = useText(messages)
  return <Button onClick={() => window.print()}>{t('print')}</Button>
}
