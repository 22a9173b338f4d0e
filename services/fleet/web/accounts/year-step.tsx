import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { todayInChina } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  before: text('上一年', 'Year before'),
  after: text('下一年', 'Year after'),
  year: text('{n} 年', '{n}'),
})

/** One year back or on. */
export function YearStep({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const t = useText(messages)
  return (
    <span className="hq-row">
      <Button icon={<LeftOutlined />} aria-label={t('before')} onClick={() => onChange(year - 1)} />
      <span>{t('year', { n: year })}</span>
      <Button
        icon={<RightOutlined />}
        aria-label={t('after')}
        disabled={year >= Number(todayInChina().slice(0, 4))}
        onClick={() => onChange(year + 1)}
      />
    </span>
  )
}
