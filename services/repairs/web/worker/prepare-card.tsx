import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'

const messages = defineMessages({
  title: text('出发前带好', 'Before you set out'),
})

/** What to bring and settle before setting out; one tap each. */
export function PrepareCard({ repair, open }: { repair: RepairDetail; open: boolean }) {
  const t = useText(messages)
  const localised = useLocalised()
  const prepare = useOrderWrite(repairs.actions.prepareRepair)
  const ready = repair.prepare.filter((one) => one.ready).map(({ code }) => code)
  const now = prepare.isPending && prepare.variables ? prepare.variables.ready : ready
  if (repair.prepare.length === 0) return null
  return (
    <Section title={t('title')}>
      <ul className="prepare">
        {repair.prepare.map(({ code, title }) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                disabled={!open}
                checked={now.includes(code)}
                onChange={({ target }) =>
                  prepare.mutate({
                    orderId: repair.id,
                    ready: target.checked ? [...now, code] : now.filter((one) => one !== code),
                  })
                }
              />
              <span>{localised(title)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Section>
  )
}
