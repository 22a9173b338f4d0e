/** Words that stand for a duty word, the longest first: what is found, what to write, and where it means something else. */
export const wrongDutyWords: readonly { word: string; use: string; except: readonly string[] }[] = [
  { word: '一定要', use: '应', except: [] },
  { word: '不可以', use: '不得', except: [] },
  { word: '必须', use: '应', except: [] },
  { word: '务必', use: '应', except: [] },
  { word: '应该', use: '应', except: [] },
  { word: '应当', use: '应', except: ['应当面', '应当场', '应当天', '应当日', '应当班', '应当众'] },
  { word: '严禁', use: '不得', except: [] },
  { word: '禁止', use: '不得', except: [] },
  { word: '不准', use: '不得', except: ['不准确', '不准时'] },
  { word: '不许', use: '不得', except: [] },
  { word: '可以', use: '可', except: [] },
  {
    word: '不可',
    use: '不得',
    except: ['不可抗力', '不可逆', '不可避免', '不可燃', '不可回收', '不可用', '不可预'],
  },
  { word: '最好', use: '宜', except: [] },
]

/** 应 in 供应 demands nothing: compounds in which a duty word is none. */
const compounds = [
  ...[
    '供应',
    '相应',
    '对应',
    '反应',
    '适应',
    '响应',
    '效应',
    '感应',
    '应急',
    '应用',
    '应答',
    '应对',
    '应邀',
    '应届',
    '应收',
    '应付',
    '应聘',
    '应力',
  ],
  ...['适宜', '便宜', '事宜', '宜居'],
  ...[
    '许可',
    '认可',
    '可靠',
    '可燃',
    '可见',
    '可视',
    '可能',
    '可用',
    '可疑',
    '可回收',
    '可行',
    '可调',
    '可移动',
    '可再生',
  ],
  ...['不得不', '不得已', '舍不得'],
]

/** The text without what is quoted (signs, titles) and without compounds: only duty words in earnest are left. */
export function bareOfCompounds(words: string): string {
  let bare = withoutQuotes(words)
  for (const compound of compounds) bare = bare.replaceAll(compound, '〇')
  return bare
}

/** The text without “quoted words” and 《titles》: what a sign says is not what the standard says. */
export function withoutQuotes(words: string): string {
  return words.replaceAll(/“[^”]*”|「[^」]*」|《[^》]*》/g, '〇')
}

/** A demand together with an advice or a permission. */
export const joinedDuty = /应(?:宜|可)|宜应|可应|可宜|宜可/
