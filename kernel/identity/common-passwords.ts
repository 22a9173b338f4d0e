/** Words that everybody who knows what this is would try first; with digits and signs around them they are no password. */
const ownWords = [
  'houqin',
  'houqinfuwu',
  '后勤',
  '后勤服务',
  '机关后勤',
  '机关事务',
  'admin',
  'administrator',
  'jiguan',
]

let known: Promise<ReadonlySet<string>> | undefined

/** Some 49,000 passwords that leaked lists hold most often; read when the first password is set. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary.passwords))
  return known
}

/** Whether a guesser would try this early: a common password in any capitals, or a word of this house with trimmings. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const lower = password.toLowerCase()
  const letters = lower.replaceAll(/[^\p{L}]/gu, '')
  return ownWords.includes(letters) || (await commonPasswords()).has(lower)
}
