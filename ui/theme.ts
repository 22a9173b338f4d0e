import { theme as antdTheme, type ThemeConfig } from 'antd'

/** How things look on this device. `auto` follows the system. */
export type ThemeName = 'auto' | 'light' | 'dark' | 'contrast'

/** The colours our own style sheets and Ant Design share; contrast of words on their ground is at least 4.5. */
export interface Palette {
  accent: string
  accentSoft: string
  onAccent: string
  ground: string
  surface: string
  raised: string
  sunken: string
  line: string
  lineStrong: string
  ink: string
  inkSoft: string
  inkFaint: string
  danger: string
  dangerSoft: string
  good: string
  goodSoft: string
  waiting: string
  waitingSoft: string
  paused: string
  pausedSoft: string
  endedSoft: string
  shadow: string
}

const light: Palette = {
  accent: '#175f8c',
  accentSoft: '#e6f0f6',
  onAccent: '#ffffff',
  ground: '#f5f6f4',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#eef0ed',
  line: '#e2e5e0',
  lineStrong: '#8a918a',
  ink: '#1c2321',
  inkSoft: '#4f5a56',
  inkFaint: '#5d6863',
  danger: '#b42318',
  dangerSoft: '#fcecea',
  good: '#1f6b45',
  goodSoft: '#e6f3ec',
  waiting: '#7d5200',
  waitingSoft: '#fbf1dc',
  paused: '#5b4a8a',
  pausedSoft: '#efecf7',
  endedSoft: '#eceeeb',
  shadow: '0 1px 2px rgba(28,35,33,.05), 0 4px 16px rgba(28,35,33,.05)',
}

const dark: Palette = {
  accent: '#7fbfe6',
  accentSoft: '#183446',
  onAccent: '#0a1b26',
  ground: '#121615',
  surface: '#1a1f1e',
  raised: '#222827',
  sunken: '#151a19',
  line: '#2e3634',
  lineStrong: '#7b8682',
  ink: '#e8ecea',
  inkSoft: '#b7c0bc',
  inkFaint: '#98a39e',
  danger: '#ff9a8d',
  dangerSoft: '#3d1d19',
  good: '#7fd0a4',
  goodSoft: '#163526',
  waiting: '#eabf6a',
  waitingSoft: '#3a2c10',
  paused: '#c1b2f0',
  pausedSoft: '#2b2544',
  endedSoft: '#272d2b',
  shadow: '0 1px 2px rgba(0,0,0,.4), 0 4px 16px rgba(0,0,0,.3)',
}

const contrast: Palette = {
  ...light,
  accent: '#003a66',
  accentSoft: '#dcebf7',
  ground: '#ffffff',
  sunken: '#f2f2f2',
  line: '#5c5c5c',
  lineStrong: '#000000',
  ink: '#000000',
  inkSoft: '#1f1f1f',
  inkFaint: '#333333',
  danger: '#8f0000',
  good: '#004d26',
  waiting: '#5a3a00',
  paused: '#33216b',
  shadow: 'none',
}

export const palettes = { light, dark, contrast }

/** 14 px on a desk, 16 px on a phone, times 1.25 for large print. */
export function baseSize(phone: boolean, large: boolean): number {
  return (phone ? 16 : 14) * (large ? 1.25 : 1)
}

/** Ant Design's tokens for a look. */
export function antdThemeOf(name: keyof typeof palettes, phone: boolean, large: boolean): ThemeConfig {
  const p = palettes[name]
  const scale = large ? 1.25 : 1
  return {
    algorithm: name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: p.accent,
      colorInfo: p.accent,
      colorLink: p.accent,
      colorError: p.danger,
      colorSuccess: p.good,
      colorWarning: p.waiting,
      // The derived grounds of so dark a warning colour would be mud.
      colorInfoBg: p.accentSoft,
      colorErrorBg: p.dangerSoft,
      colorSuccessBg: p.goodSoft,
      colorWarningBg: p.waitingSoft,
      colorTextBase: p.ink,
      colorText: p.ink,
      colorTextSecondary: p.inkSoft,
      colorTextTertiary: p.inkFaint,
      colorTextPlaceholder: p.inkFaint,
      colorTextDescription: p.inkSoft,
      colorTextLightSolid: p.onAccent,
      colorBgBase: p.surface,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBorder: name === 'dark' ? '#56605c' : name === 'contrast' ? '#000000' : '#b4bab4',
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      borderRadius: 6 * scale,
      borderRadiusLG: 8 * scale,
      fontFamily: 'var(--faces)',
      fontSize: baseSize(phone, large),
      controlHeight: (phone ? 44 : 34) * scale,
      controlHeightLG: (phone ? 52 : 44) * scale,
      controlHeightSM: (phone ? 36 : 26) * scale,
      sizeUnit: 4 * scale,
      sizeStep: 4 * scale,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Drawer: { paddingLG: (phone ? 16 : 24) * scale },
    },
  }
}

/** Writes the look into the page for our own style sheets: `--accent`, `--ink-soft` … and the root size. */
export function paintRoot(name: keyof typeof palettes, phone: boolean, large: boolean): void {
  const root = document.documentElement
  for (const [key, value] of Object.entries(palettes[name])) {
    root.style.setProperty(`--${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value)
  }
  root.style.setProperty('--body-size', `${baseSize(phone, large)}px`)
  // Our own lengths are in rem, so that large print enlarges everything, not only words.
  root.style.fontSize = large ? '20px' : '16px'
  root.style.colorScheme = name === 'dark' ? 'dark' : 'light'
  root.dataset.theme = name
  root.dataset.phone = String(phone)
}
