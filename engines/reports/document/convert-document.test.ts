import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { grid } from './page-layout.ts'
import { lineOf28, sampleDocument } from './sample-document.ts'
import { writeOfficialDocument } from './write-official-document.ts'

const isInstalled = (program: string, flag: string) =>
  spawnSync(program, [flag], { timeout: 20_000 }).status === 0
const canConvert = isInstalled('soffice', '--version') && isInstalled('pdftotext', '-v')

describe.runIf(canConvert)('in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-document-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the document opens, holds its text, and sets 22 lines of 28 characters', {
    timeout: 60_000,
  }, async () => {
    const file = join(folder, 'report.docx')
    writeFileSync(file, await writeOfficialDocument(sampleDocument))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const options = { timeout: 50_000, stdio: 'ignore' as const }
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], options)
    const pdf = join(folder, 'report.pdf')
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    const pages = text.split('\f').map((page) => page.split('\n').map((line) => line.trim()))
    const compact = text.replace(/\s/g, '')

    expect(compact).toContain('建筑面积186800平方米')
    expect(compact).toContain('（一）物业维修')
    const lines = pages.flat().filter((line) => /^[一二三四五六七八九十]{20,}$/.test(line))
    // The first line is indented by two, so the others begin two further on.
    expect(new Set(lines.slice(1, -1))).toEqual(new Set([`${lineOf28.slice(-2)}${lineOf28.slice(0, -2)}`]))
    const fullLines = pages.map(
      (page) => page.filter((line) => /^[一二三四五六七八九十]{28}$/.test(line)).length,
    )
    expect(Math.max(...fullLines)).toBe(grid.lines)
    expect(pages[0]?.filter((line) => line !== '').at(-1)).toMatch(/^—\s*1\s*—$/)
  })
})
