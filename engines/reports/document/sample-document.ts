import type { OfficialDocument } from './official-document.ts'

/** The numbers of the line show at a glance, and to a test, how many characters it holds: 28. */
export const lineOf28 = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八'

// One grey pixel.
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

/** A document with every part a document can have, for tests. */
export const sampleDocument: OfficialDocument = {
  issuer: '示范区机关后勤服务中心',
  documentNumber: '后勤[2014]12号',
  title: '机关后勤服务中心\n2014年工作总结和2015年工作计划',
  addressee: '区机关事务管理局',
  redHeader: true,
  blocks: [
    {
      kind: 'paragraph',
      runs: ['截至11月底，共管理物业31处、建筑面积186800 平方米，服务30个单位、1000人。'],
    },
    { kind: 'heading', level: 1, text: '工作完成情况' },
    { kind: 'heading', level: 2, text: '物业维修' },
    { kind: 'paragraph', runs: ['完成大型维修改造', { text: '63件', bold: true }, '，小修急修86件。'] },
    { kind: 'heading', level: 3, text: '屋面' },
    { kind: 'heading', level: 4, text: '防水' },
    { kind: 'heading', level: 4, text: '排水' },
    { kind: 'heading', level: 2, text: '会议服务' },
    {
      kind: 'table',
      caption: '表1 主要指标',
      columns: [
        { heading: '指标', width: 2 },
        { heading: '数值', align: 'right' },
        { heading: '单位', align: 'center' },
      ],
      rows: [
        ['大型维修改造', '63', '件'],
        ['会议', '1043', '次'],
      ],
    },
    { kind: 'image', png: Buffer.from(PNG, 'base64'), width: 2000, height: 1000, caption: '图1 各月完成数' },
    { kind: 'heading', level: 1, text: '存在问题 <&>' },
    { kind: 'paragraph', runs: [lineOf28.repeat(60)] },
  ],
  attachments: ['2014年维修明细表', '2014年会议明细表。'],
  signature: '示范区机关后勤服务中心',
  date: '2014-12-02',
  notes: ['此件公开发布'],
  imprint: { copyTo: '区委办公室，区政府办公室。', printedBy: '中心办公室', printedOn: '2014-12-03' },
  disclosure: {
    indexNumber: '007550123/2014-00012',
    category: '工作总结',
    publisher: '示范区机关后勤服务中心',
    writtenOn: '2014-12-02',
    name: '2014年工作总结',
    documentNumber: '后勤(2014)12号',
    publishedOn: '2014-12-09',
    keywords: '后勤 总结',
  },
}
