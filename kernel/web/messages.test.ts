import { describe, expect, it } from 'vitest'
import { text } from '#kernel/contract/text.ts'
import { applyLocale } from './locale.ts'
import { fill, localise } from './messages.ts'
import { parseSearch, stringifySearch } from './navigate.ts'

describe('words', () => {
  it('fills values and English plurals, and leaves a missing value to be seen', () => {
    const orders = text('{n} 件在办', '{n} {n|order|orders} under way')
    expect(localise(orders, 'zh-CN', { n: 3 })).toBe('3\u00a0件在办')
    expect(localise(orders, 'en', { n: 1 })).toBe('1\u00a0order under way')
    expect(localise(orders, 'en', { n: 0 })).toBe('0\u00a0orders under way')
    expect(fill('{who} 承办', {})).toBe('{who} 承办')
  })

  it('derives traditional words from ours, and leaves people’s data as it is', async () => {
    await applyLocale('zh-Hant')
    expect(localise(text('承办单位：{unit}', ''), 'zh-Hant', { unit: '后勤处' })).toBe('承辦單位：后勤处')
    expect(localise('后勤处', 'zh-Hant')).toBe('后勤处')
    await applyLocale('zh-CN')
  })
})

describe('the address', () => {
  it('keeps texts, lists and leading zeros, and leaves out what is empty', () => {
    expect(parseSearch('?q=007&state=new&state=done')).toEqual({ q: '007', state: ['new', 'done'] })
    expect(stringifySearch({ q: '漏水', state: ['new', 'done'], open: undefined, x: '' })).toBe(
      '?q=%E6%BC%8F%E6%B0%B4&state=new&state=done',
    )
    expect(stringifySearch({})).toBe('')
  })
})
