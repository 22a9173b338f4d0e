import { text } from '#kernel/contract/text.ts'
import { each, eq, type FieldSeed, max, min, paper, rule } from './seed.ts'

const layout = paper('党政机关公文格式', 'GB/T 9704-2012', '2012-07-01', 'fudaoke.com')
const standardLaw = paper('标准化法', '2017年修订', '2018-01-01')
const structure = paper('服务业组织标准化工作指南 第2部分', 'GB/T 24421.2-2023', '2023-03-17', 'm.bzxz.net')

const typing = text('公文制作', 'Writing official documents')
const system = text('标准体系', 'The standard system')

/** §15 and §16 of the national rules. */
export const documents: FieldSeed = {
  field: 'DOCUMENTS',
  rules: [
    rule(
      'DOCUMENT.PAGE',
      text('公文用纸和版心', 'Paper and type area'),
      typing,
      each(
        'measureOf',
        {
          PAPER_WIDTH: 210,
          PAPER_HEIGHT: 297,
          TOP_MARGIN: 37,
          BINDING_MARGIN: 28,
          TYPE_WIDTH: 156,
          TYPE_HEIGHT: 225,
        },
        (key, mm) => eq(key, mm, 'MM', layout.B()),
      ),
      text(
        '天头、订口各允许相差 1 毫米。正文 3 号仿宋。方正小标宋、仿宋_GB2312 需授权，模板须能替换字体并注明。1999 版的主题词和 25/80 毫米已取消。',
        'Margins ±1 mm. Body in size 3 Fangsong. Some typefaces are licensed: templates must allow others. Subject words and 25/80 mm of the 1999 edition are gone.',
      ),
    ),
    rule('DOCUMENT.MARGIN_TOLERANCE', text('页边允许误差', 'Tolerance of margins'), typing, [
      max({}, 1, 'MM', layout.B()),
    ]),
    rule('DOCUMENT.LINES', text('每页行数', 'Lines a page'), typing, [eq({}, 22, 'PIECE', layout.B())]),
    rule('DOCUMENT.CHARACTERS', text('每行字数', 'Characters a line'), typing, [
      eq({}, 28, 'PIECE', layout.B()),
    ]),
    rule(
      'DOCUMENT.DETAILS',
      text('公文细部尺寸', 'Details of the layout'),
      typing,
      each(
        'measureOf',
        { RED_LINE_BELOW: 4, LETTER_TOP: 30, LETTER_BOTTOM: 20, LETTER_LINE: 170 },
        (key, mm) => eq(key, mm, 'MM', layout.C()),
      ),
      text(
        '标题 2 号小标宋居中；一级黑体、二级楷体、三四级仿宋；发文字号用六角括号；成文日期右空四字；页码 4 号半角宋体加一字线；版记 4 号。',
        'Title size 2, centred; level one Heiti, two Kaiti, three and four Fangsong; hexagonal brackets; date four characters from the right; page numbers size 4 with dashes.',
      ),
    ),
    rule('STANDARD.REVIEW_YEARS', text('标准复审周期', 'Review of standards'), system, [
      max({}, 5, 'YEAR', standardLaw.A('第二十九条'), { effect: 'warn' }),
    ]),
    rule(
      'STANDARD.SUBSYSTEMS',
      text('标准体系子体系数', 'Subsystems of the standard system'),
      system,
      [eq({}, 3, 'PIECE', structure.B(), { effect: 'info' })],
      text(
        '2009 版已废止；2023 版是否保留通用基础、服务保障、服务提供三分法没有核实，节点名称由数据定。',
        'The edition of 2009 is abolished; whether that of 2023 keeps the three parts was not confirmed, so nodes are data.',
      ),
    ),
    rule('OFFICE.DESK_LIGHT', text('办公室照度', 'Light at an office desk'), text('照明维护', 'Lighting'), [
      min({}, 300, 'LUX', paper('建筑照明设计标准', 'GB/T 50034-2024', '2024-08-01').C()),
    ]),
  ],
}
