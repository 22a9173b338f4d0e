import type { ProblemTexts } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { CellErrorCode } from './parse-cell.ts'
import type { SheetProblemCode, SheetWarningCode } from './sheet.ts'

/** The words of everything that reading a sheet can say; each tells what to do. */
export const sheetProblems = {
  'sheets.unreadable': text(
    '无法读取该文件，可能已损坏。请用表格软件另存为 XLSX 或 CSV 后重试。',
    'The file cannot be read; it may be damaged. Save it again as XLSX or CSV and retry.',
  ),
  'sheets.old_format': text(
    '“{file}”是旧版 .xls 文件或设有打开密码。请取消密码，另存为 .xlsx 后重试。',
    '“{file}” is an old .xls file or has a password. Remove the password, save it as .xlsx and retry.',
  ),
  'sheets.other_format': text(
    '“{file}”其实是 {format} 格式，不是 .xlsx 或 CSV 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后重试。',
    '“{file}” is {format}, not an .xlsx or CSV sheet. Open it in Excel or WPS, save it as .xlsx and retry.',
  ),
  'sheets.encoding': text(
    '无法识别文字编码。请另存为“CSV UTF-8”或 XLSX 后重试。',
    'The text encoding is not recognised. Save it as “CSV UTF-8” or XLSX and retry.',
  ),
  'sheets.too_large': text(
    '表格解压后超过 {maxMegabytes} MB。请删去图片和空白区域，或分成几个文件。',
    'The workbook unpacks to more than {maxMegabytes} MB. Remove pictures and empty areas, or split it.',
  ),
  'sheets.too_many_rows': text(
    '表格超过 {max} 行。请分成几个文件。',
    'The sheet has more than {max} rows. Split it into several files.',
  ),
  'sheets.empty': text(
    '“{file}”中没有内容。请检查是否选错了文件。',
    '“{file}” is empty. Check that it is the right file.',
  ),
  'sheets.heading_missing': text(
    '缺少列：{headings}。请对照模板补上表头。',
    'Missing columns: {headings}. Add the headings as in the template.',
  ),
  'sheets.duplicate_heading': text(
    '表头重复，只采用最左边的一列。',
    'The heading occurs twice; only the leftmost column is used.',
  ),
  'sheets.column_without_heading': text(
    '第 {position} 列有内容但没有表头，未导入。',
    'Column {position} has content but no heading and is left out.',
  ),
  'sheets.unknown_column': text(
    '模板中没有这一列，未导入。',
    'The template has no such column; it is left out.',
  ),
  'sheets.characters_removed': text(
    '已去掉 {count} 个不可见的字符。',
    '{count} invisible characters were removed.',
  ),
  'sheets.formula_error': text(
    '公式结果有误，按空白处理。请在表格中改正。',
    'The formula shows an error and counts as empty. Correct it in the sheet.',
  ),
  'sheets.formula_without_result': text(
    '公式尚未计算，按空白处理。请用表格软件打开并保存一次。',
    'The formula was never calculated and counts as empty. Open and save the file once.',
  ),
  'sheets.column_too_narrow': text(
    '这一格只有“###”（列太窄），按空白处理。请把列拉宽，重新保存。',
    'The cell shows “###” because its column is too narrow, and counts as empty. Widen the column and save again.',
  ),
  'sheets.digits_lost': text(
    '数字超过 15 位，表格软件已把末几位变成 0。请把该列设为文本格式，重新填写。',
    'A number of more than 15 digits: the spreadsheet has replaced the last ones by 0. Make the column text and fill it in again.',
  ),
  'sheets.total_row': text('这一行是合计，未导入。', 'This line is a total; it is left out.'),
  'import.required': text('必须填写。', 'Fill this in.'),
  'import.not_a_number': text('“{value}”不是数字。', '“{value}” is not a number.'),
  'import.not_an_integer': text('“{value}”不是整数。', '“{value}” is not a whole number.'),
  'import.not_a_date': text(
    '“{value}”不是有效日期。请写成 2014-01-02 或 2014-01-02 09:00。',
    '“{value}” is not a date. Write 2014-01-02 or 2014-01-02 09:00.',
  ),
  'import.not_a_phone': text('“{value}”不是电话号码。', '“{value}” is not a telephone number.'),
  'import.scientific': text(
    '“{value}”是科学计数法，原来的数字已不完整。请把该列设为文本格式，重新填写完整的数字。',
    '“{value}” is scientific notation; the digits of the number are lost. Make the column text and fill in the whole number.',
  ),
  'import.lone_cell': text(
    '这一行只有“{value}”。如果是说明文字，请删去这一行；如果是数据，请补全。',
    'This line holds only “{value}”. Delete it if it is a note; complete it if it is data.',
  ),
  'import.unknown_choice': text(
    '没有“{value}”这一项。可填：{allowed}。',
    'There is no “{value}”. Choose from: {allowed}.',
  ),
  'import.too_long': text(
    '共 {length} 字，最多 {max} 字。',
    '{length} characters; at most {max} are allowed.',
  ),
  'import.out_of_range': text(
    '“{value}”应在 {min} 至 {max} 之间。',
    '“{value}” must be between {min} and {max}.',
  ),
} satisfies ProblemTexts & Record<SheetProblemCode | SheetWarningCode | CellErrorCode, unknown>
