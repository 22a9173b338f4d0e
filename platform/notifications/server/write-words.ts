import { type Locale, type Text, text } from '#kernel/contract/text.ts'
import { sayText } from '#kernel/i18n/say-text.ts'
import type { Claimed } from './claim-deliveries.ts'

const sealedTitle = text('您有一项受限事项的新消息', 'There is news about a restricted matter')
const sealedBody = text('请登录系统查看。', 'Sign in to read it.')
const again = text('（{n} 次）', ' ({n} times)')
const open = text('打开：', 'Open: ')
const digestTitle = text('{n} 条新消息', '{n} new messages')
const foot = text(
  '可在“我的提醒方式”里调整接收哪些消息、何时接收。',
  'Choose what you receive and when under “How I am told”.',
)

export interface Words {
  title: string
  body: string
  /** Absolute; empty while the bureau has not said where its site is. */
  link: string
}

const say = (words: Text, locale: Locale, n?: number) =>
  sayText(words, locale).replace('{n}', String(n ?? ''))

/** What may be said outside the application of one piece of news, in the reader's language. */
export function outsideWords(news: Claimed, locale: Locale, site: string): Words {
  const link = site ? `${site}${news.href}` : ''
  // A leaders' matter: neither its words nor which one it is.
  if (news.sealed)
    return {
      title: say(sealedTitle, locale),
      body: say(sealedBody, locale),
      link: site ? `${site}/notifications` : '',
    }
  const times = news.times > 1 ? say(again, locale, news.times) : ''
  return {
    title: say({ zh: news.title_zh, en: news.title_en }, locale) + times,
    body: say({ zh: news.body_zh, en: news.body_en }, locale),
    link,
  }
}

/** The words of a robot's post. */
export function postWords({ title, body, link }: Words): string {
  return [title, body, link].filter(Boolean).join('\n')
}

/** Header lines hold no line breaks, whatever people typed. */
const oneLine = (words: string) => words.replaceAll(/[\r\n\t]+/g, ' ')

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (words: string) => words.replaceAll(/[&<>"']/g, (sign) => escapes[sign]!)

export interface MailWords {
  subject: string
  text: string
  html: string
}

/** One mail for one piece of news or for a digest of several: plain, and the same as simple HTML. */
export function mailWords(items: readonly Words[], locale: Locale): MailWords {
  const single = items.length === 1 ? items[0]! : null
  const subject = oneLine(single ? single.title : say(digestTitle, locale, items.length))
  const openWord = say(open, locale)
  const text = items
    .map(({ title, body, link }) => [title, body, link && `${openWord}${link}`].filter(Boolean).join('\n'))
    .join('\n\n')
  const html = items
    .map(({ title, body, link }) => {
      const head = link ? `<a href="${escaped(link)}">${escaped(title)}</a>` : escaped(title)
      return `<p><strong>${head}</strong>${body ? `<br>${escaped(body).replaceAll('\n', '<br>')}` : ''}</p>`
    })
    .join('\n')
  const end = say(foot, locale)
  return {
    subject,
    text: `${text}\n\n-- \n${end}\n`,
    html: `<!doctype html><html lang="${locale}"><body>${html}<hr><p><small>${escaped(end)}</small></p></body></html>`,
  }
}
