import { type Locale, type Text, text } from '#kernel/contract/text.ts'
import { setAppearance, useAppearance } from '#ui/appearance.ts'
import type { ThemeName } from '#ui/theme.ts'
import { setLocale, useLocale } from './locale.ts'
import { defineMessages, useLocalised, useText } from './messages.ts'

const messages = defineMessages({
  language: text('语言 Language', 'Language 语言'),
  theme: text('外观', 'Look'),
  large: text('大字', 'Large print'),
})

const languageNames: Record<Locale, string> = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }
const themeNames: Record<ThemeName, Text> = {
  auto: text('随系统', 'As the system'),
  light: text('浅色', 'Light'),
  dark: text('深色', 'Dark'),
  contrast: text('高对比', 'High contrast'),
}

/** Language and look of this device, in plain native lists that every assistive tool knows. */
export function LookMenu() {
  const t = useText(messages)
  const localised = useLocalised()
  const locale = useLocale()
  const { theme, large } = useAppearance()
  return (
    <div className="hq-look">
      <select
        aria-label={t('language')}
        value={locale}
        onChange={({ target }) => void setLocale(target.value as Locale)}
      >
        {Object.entries(languageNames).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('theme')}
        value={theme}
        onChange={({ target }) => setAppearance({ theme: target.value as ThemeName })}
      >
        {Object.entries(themeNames).map(([key, name]) => (
          <option key={key} value={key}>
            {localised(name)}
          </option>
        ))}
      </select>
      <label className="hq-look-large">
        <input
          type="checkbox"
          checked={large}
          onChange={({ target }) => setAppearance({ large: target.checked })}
        />
        {t('large')}
      </label>
    </div>
  )
}
