import { DownloadOutlined } from '@ant-design/icons'
import type { Action } from '#kernel/contract/action.ts'
import { addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  export: text('导出', 'Export'),
  as: text('导出为 {format}', 'Export as {format}'),
})

/** The same list as a file, with the same filters; it can be imported again. */
export function ExportLinks({ action, input }: { action: Action; input: Record<string, unknown> }) {
  const t = useText(messages)
  return (
    <span className="hq-export">
      <DownloadOutlined aria-hidden="true" />
      <span className="hq-faint">{t('export')}</span>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a
          key={format}
          href={addressOf(action, { ...input, format })}
          download
          aria-label={t('as', { format: format.toUpperCase() })}
        >
          {format === 'xlsx' ? 'Excel' : 'CSV'}
        </a>
      ))}
    </span>
  )
}
