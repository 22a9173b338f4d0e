/**
 * The typefaces that GB/T 9704-2012 asks for are licensed and not on every computer, and we ship none. A document names
 * the proper one first; where it is absent, the reader's computer takes the next of the list. `web` closes the list for
 * the print view with free fonts that Linux desktops have.
 */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'song'

type FontChoice = {
  name: string
  alternatives: readonly string[]
  web: readonly string[]
  family: 'roman' | 'swiss'
}

/** For digits and letters. */
export const LATIN_FONT = 'Times New Roman'

const FREE_SERIF = ['Noto Serif CJK SC', 'Source Han Serif SC', 'serif']

export const fonts: Record<FontRole, FontChoice> = {
  title: {
    name: '方正小标宋简体',
    alternatives: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
    web: FREE_SERIF,
    family: 'roman',
  },
  body: {
    name: '仿宋_GB2312',
    alternatives: ['FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GBK', '华文仿宋', 'STFangsong'],
    web: FREE_SERIF,
    family: 'roman',
  },
  kai: {
    name: '楷体_GB2312',
    alternatives: ['KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GBK', '华文楷体', 'STKaiti'],
    web: ['AR PL UKai CN', ...FREE_SERIF],
    family: 'roman',
  },
  hei: {
    name: '黑体',
    alternatives: ['SimHei', '方正黑体_GBK', '华文黑体', 'STHeiti'],
    web: ['Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif'],
    family: 'swiss',
  },
  song: { name: '宋体', alternatives: ['SimSun', '华文宋体', 'STSong'], web: FREE_SERIF, family: 'roman' },
}

const names = Object.values(fonts).map(({ name }) => name)
/** What the document itself says of its fonts. */
export const fontNote = `本文按规定字体（${names.join('、')}）排版；阅读设备未安装的字体以相近字体替代，版面可能略有变化。`

/** For CSS: the face of digits and letters, which has no Chinese, then the proper Chinese font and every substitute. */
export function fontStack(role: FontRole): string {
  const { name, alternatives, web } = fonts[role]
  const latin = role === 'song' ? [] : [LATIN_FONT, 'Liberation Serif']
  return [...latin, name, ...alternatives, ...web]
    .map((font) => (/^(sans-)?serif$/.test(font) ? font : `'${font}'`))
    .join(', ')
}

/**
 * The part word/fontTable.xml with the substitutes as alternate names, which Word tries in turn (ECMA-376 part 1,
 * §17.8.3.1). The library can only write fonts there that it embeds.
 */
export function fontTableXml(): string {
  const entries = Object.values(fonts).map(
    ({ name, alternatives, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives.join(',')}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
  )
}
