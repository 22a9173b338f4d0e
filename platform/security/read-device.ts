type Sign = readonly [RegExp, string]

/** The first that fits wins: WeChat and Edge call themselves Chrome too, and Chrome calls itself Safari. */
const browsers: readonly Sign[] = [
  [/MicroMessenger/i, 'wechat'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/Firefox|FxiOS/, 'firefox'],
  [/Chrome|CriOS/, 'chrome'],
  [/Safari/, 'safari'],
  [/^(curl|python|node|okhttp|Go-http|undici|Java|Apache-HttpClient)/i, 'program'],
]
const systems: readonly Sign[] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Kylin/i, 'kylin'],
  [/UOS|Uniontech/i, 'uos'],
  [/Windows/, 'windows'],
  [/Macintosh|Mac OS/, 'mac'],
  [/Linux|X11/, 'linux'],
]

const nameOf = (signs: readonly Sign[], agent: string) =>
  signs.find(([sign]) => sign.test(agent))?.[1] ?? 'other'

/** What a browser says it is, as two plain names; `other` when nobody knows it. */
export function readDevice(agent: string): { browser: string; system: string } {
  return { browser: nameOf(browsers, agent), system: nameOf(systems, agent) }
}
