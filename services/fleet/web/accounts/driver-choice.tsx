import { Checkbox } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({ all: text('全选（{n} 人）', 'All {n}') })

/** Ticks drivers of a short list; all of them in one tap. */
export function DriverChoice({
  drivers,
  value = [],
  onChange,
}: {
  drivers: readonly { driverId: string; name: string }[]
  value?: string[]
  onChange?: (driverIds: string[]) => void
}) {
  const t = useText(messages)
  const ids = drivers.map(({ driverId }) => driverId)
  return (
    <div className="hq-stack hq-stack-tight">
      <Checkbox
        checked={ids.length > 0 && value.length === ids.length}
        indeterminate={value.length > 0 && value.length < ids.length}
        onChange={({ target }) => onChange?.(target.checked ? ids : [])}
      >
        {t('all', { n: ids.length })}
      </Checkbox>
      <Checkbox.Group
        value={value}
        onChange={(next) => onChange?.(next)}
        options={drivers.map(({ driverId, name }) => ({ value: driverId, label: name }))}
      />
    </div>
  )
}
