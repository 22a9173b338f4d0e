/** What others may ask of the directory beyond its tables. */
export { type Find, findNames } from './find-names.ts'
export { pinyinOf } from './pinyin-of.ts'
