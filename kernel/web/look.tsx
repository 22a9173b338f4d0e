import { useQuery } from '@tanstack/react-query'
import { App, ConfigProvider, type ConfigProviderProps } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { useAppearance } from '#ui/appearance.ts'
import '#ui/kit.css'
import type { Locale } from '#kernel/contract/text.ts'
import { antdThemeOf, paintRoot } from '#ui/theme.ts'
import { usePhone } from '#ui/use-phone.ts'
import { useLocale } from './locale.ts'

type ComponentWords = NonNullable<ConfigProviderProps['locale']>

/** Node's rules and the bundler's differ on what a default import of these files is; both shapes are taken. */
function unwrapped(file: ComponentWords | { default: ComponentWords }): ComponentWords {
  return 'default' in file ? file.default : file
}

const loadWords: Record<Locale, () => Promise<ComponentWords>> = {
  'zh-CN': async () => unwrapped(zhCN),
  'zh-Hant': async () => unwrapped((await import('antd/es/locale/zh_HK.js')).default),
  en: async () => unwrapped((await import('antd/es/locale/en_US.js')).default),
}

/** Colours, sizes and language of everything below, by what this device chose. */
export function Look({ children }: { children: ReactNode }) {
  const { painted, large } = useAppearance()
  const phone = usePhone()
  const locale = useLocale()
  const words = useQuery({
    queryKey: ['component words', locale],
    queryFn: loadWords[locale],
    staleTime: Number.POSITIVE_INFINITY,
  })
  useLayoutEffect(() => paintRoot(painted, phone, large), [painted, phone, large])
  const theme = useMemo(() => antdThemeOf(painted, phone, large), [painted, phone, large])
  return (
    <ConfigProvider
      theme={theme}
      locale={words.data ?? unwrapped(zhCN)}
      button={{ autoInsertSpace: false }}
      componentSize="middle"
    >
      {/* A notice stays long enough to be read on a slow machine, and by slow readers. */}
      <App component={false} message={{ duration: 5 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
