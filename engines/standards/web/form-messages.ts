import { text } from '#kernel/contract/text.ts'
import { defineMessages } from '#kernel/web/messages.ts'

/** The words of writing a draft: its parts, its sources, the check of its form. */
export const formMessages = defineMessages({
  check: text('体例检查', 'Check of form'),
  mustMend: text('须改正', 'Must be mended'),
  advice: text('建议', 'Advice'),
  lineNo: text('检查项 {n}：', 'Line {n}: '),
  clean: text(
    '体例、格式、用语没有问题，可以发布。',
    'Nothing wrong with form, format or wording; it may be issued.',
  ),
  counts: text(
    '{errors} 处须改正，{advice} 条建议。须改正的改完才能发布。',
    '{errors} to be mended, {advice} {advice|piece|pieces} of advice. It cannot be issued before they are mended.',
  ),
  adviceOnly: text(
    '可以发布；另有 {advice} 条建议。',
    'It may be issued; {advice} {advice|piece|pieces} of advice besides.',
  ),
  mend: text('改正标点和单位', 'Mend punctuation and units'),
  parts: text('体例要素', 'Parts'),
  atIssue: text('发布时的体例检查', 'Check of form at its issue'),
  borrowed: text('借鉴来源', 'Borrowed from'),
  wholeBorrowed: text('整份标准的借鉴来源', 'Where the whole standard was borrowed'),
  addSource: text('增加来源', 'Add a source'),
  sourceTitle: text('来源名称', 'Title of the source'),
  number: text('文号或标准号', 'Number'),
  article: text('条款', 'Article'),
  organisation: text('单位', 'Organisation'),
  borrowedOn: text('借鉴日期', 'Borrowed on'),
  adaptation: text('如何转化', 'How it was adapted'),
  kept: text('自第 {n} 版沿用', 'kept since version {n}'),
  keptHere: text('沿用早前版本', 'Kept from an earlier version'),
  stopKeeping: text('本版不再沿用', 'No longer kept in this version'),
  why: text('不再沿用的原因', 'Why it is no longer kept'),
  notKept: text('本版起不再沿用：{why}', 'No longer kept since this version: {why}'),
  remove: text('删除', 'Remove'),
})
