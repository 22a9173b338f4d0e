/** Words that leave open how far, how soon or what; fine where a measure stands beside them in the same sentence. */
export const vagueWords: readonly { word: string; except: readonly string[] }[] = [
  { word: '一般情况下', except: [] },
  { word: '必要时', except: [] },
  { word: '尽可能', except: [] },
  { word: '不定期', except: [] },
  { word: '尽量', except: [] },
  { word: '尽快', except: [] },
  { word: '尽早', except: [] },
  { word: '适当', except: ['不适当'] },
  { word: '适时', except: [] },
  { word: '适量', except: [] },
  { word: '及时', except: [] },
  { word: '酌情', except: [] },
  { word: '有关', except: [] },
  { word: '相关', except: [] },
  { word: '若干', except: [] },
  { word: '大概', except: [] },
  { word: '大约', except: [] },
  { word: '定期', except: ['不定期'] },
  { word: '经常', except: ['经常性'] },
  { word: '合理', except: [] },
  { word: '妥善', except: [] },
]

const numeral = '(?:[0-9０-９]+(?:\\.[0-9]+)?|[一二两三四五六七八九十百千半]+)'
const physical =
  '℃|°C|MΩ|kΩ|Ω|kWh|kW|dB|lx|kPa|MPa|mm|cm|km|m²|m³|m|kg|mg|g|L|mL|V|A|W|Hz|%|％|‰|ppm|摄氏度|平方米|米|厘米|毫米|千克|公斤|升|毫升'
const counted =
  '分钟|小时|秒钟|秒|个工作日|工作日|个月|天|日|周|月|年|次|遍|人|名|位|件|份|杯|把|张|个|处|项|只|套|台|支|瓶|层|楼'

/** A number with its unit. */
export const measure = new RegExp(`${numeral}[ \\u00a0]*(?:${physical}|${counted})`)
/** An Arabic number with a unit that an instrument or a watch reads. */
export const reading = new RegExp(`[0-9]+(?:\\.[0-9]+)?[ \\u00a0]*(?:${physical}|分钟|小时|秒)(?![a-zA-Z])`)
/** Number, what parts them, unit. Units of letters must end there: `5 m` is a measure, `5 mails` is none. */
export const partedUnit = new RegExp(
  `([0-9])([ \\t\\r\\n]+)(?=(?:${physical})(?![a-zA-Z])|(?:分钟|小时|秒|个工作日|工作日))`,
  'g',
)
