import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import subsetFont from 'subset-font'
import { Problem } from '#kernel/contract/problem.ts'

/** 思源宋体 (Noto Serif SC), 30,920 glyphs, SIL Open Font License 1.1: may be shipped and embedded. See docs/adr/0020. */
export const TYPEFACE = 'Noto Serif SC'

const require = createRequire(import.meta.url)
const files = {
  regular: require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
}
export type Weight = keyof typeof files

/** The whole font file, 15 MB: read for each print and let go, as few are printed in a day. */
export const readTypeface = (weight: Weight): Promise<Buffer> => readFile(files[weight])

/** Opens a font to measure it and to ask what it has. */
export async function openTypeface(weight: Weight): Promise<Font> {
  const font = create(await readTypeface(weight))
  if (!('glyphForCodePoint' in font)) throw new Error(`${files[weight]} holds more than one font`)
  return font
}

/**
 * A text as it is printed: without what has no shape of its own (line feeds, joiners, variation selectors), which would
 * print as a box or not at all.
 */
export function printable(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** @throws Problem 422 naming the first character that the typeface lacks, and the text it stands in */
export function requireCharacters(font: Font, texts: readonly string[]): void {
  for (const name of texts)
    for (const character of printable(name)) {
      const code = character.codePointAt(0)!
      if (!font.hasGlyphForCodePoint(code))
        throw new Problem(422, 'meetings.typeface_lacks', {
          params: { name, character, codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` },
        })
    }
}

/** Width of a text in ems. */
export function widthInEms(font: Font, text: string): number {
  return font.layout(text).advanceWidth / font.unitsPerEm
}

/** A font file with only the characters of `texts`, for embedding into a .docx. */
export async function cutTypeface(weight: Weight, texts: readonly string[]): Promise<Buffer> {
  return subsetFont(await readTypeface(weight), printable(texts.join(' ')), { targetFormat: 'truetype' })
}
