import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { type Locale, text } from '#kernel/contract/text.ts'
import { setLocale, useLocale } from '#kernel/web/locale.ts'
import { Mark } from '#kernel/web/mark.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import './repairs.css'

const messages = defineMessages({ language: text('语言 Language', 'Language 语言') })
const languages: Record<Locale, string> = { 'zh-CN': '简', 'zh-Hant': '繁', en: 'EN' }

/** What stands around the pages that need no account: whose they are, and the language. */
export function PublicFrame({
  bureauName,
  title,
  children,
}: {
  bureauName: string
  title: string
  children: ReactNode
}) {
  const t = useText(messages)
  const locale = useLocale()
  useEffect(() => {
    document.title = bureauName ? `${title} · ${bureauName}` : title
  }, [title, bureauName])
  return (
    <div className="hq-public">
      <header className="hq-public-head">
        <Mark />
        <span className="hq-public-name">{bureauName}</span>
        <fieldset className="hq-languages" aria-label={t('language')}>
          {(Object.keys(languages) as Locale[]).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === locale}
              onClick={() => void setLocale(one)}
            >
              {languages[one]}
            </button>
          ))}
        </fieldset>
      </header>
      <main>{children}</main>
    </div>
  )
}
