import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Section } from '#ui/section.tsx'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { useOrderDeed } from './use-order-deed.ts'

const messages = defineMessages({
  title: text('出发前带好', 'Before you set out'),
})

/** What to bring and settle before setting out; one tap each. */
export function PrepareCard({ repair, open }: { repair: RepairDetail; open: boolean }) {
  const t = useText(messages)
  const localised = useLocalised()
  const prepare = useOrderDeed(repairs.actions.prepareRepair)
  const now = repair.prepare.filter((one) => one.ready).map(({ code }) => code)
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
                  void prepare(
                    {
                      orderId: repair.id,
                      ready: target.checked ? [...now, code] : now.filter((one) => one !== code),
                    },
                    t('title'),
                  )
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
