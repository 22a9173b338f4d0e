import { text } from '#kernel/contract/text.ts'
import type { KeyWords } from './key-words.ts'

/** Words of levels and ranks, buildings and seasons. */
export const officeKeys = {
  level: {
    title: text('机关层级', 'Level'),
    values: {
      CENTRAL: text('中央机关', 'Central'),
      PROVINCE: text('省级机关', 'Province'),
      CITY: text('市级机关', 'City'),
      COUNTY: text('县级机关', 'County'),
      TOWNSHIP: text('乡级机关', 'Township'),
    },
  },
  rank: {
    title: text('职级', 'Rank'),
    values: {
      MINISTER: text('部级正职', 'Minister'),
      VICE_MINISTER: text('部级副职', 'Vice minister'),
      PROVINCE_CHIEF: text('省级正职', 'Provincial chief'),
      PROVINCE_DEPUTY: text('省级副职', 'Provincial deputy'),
      DEPARTMENT_CHIEF: text('正厅（局）级', 'Department head'),
      DEPARTMENT_DEPUTY: text('副厅（局）级', 'Deputy department head'),
      BUREAU_CHIEF: text('正司、局（处）级', 'Bureau head'),
      BUREAU_DEPUTY: text('副司、局（处）级', 'Deputy bureau head'),
      DIVISION: text('处级', 'Division head'),
      DIVISION_CHIEF: text('正处级', 'Division head'),
      DIVISION_DEPUTY: text('副处级', 'Deputy division head'),
      BELOW_DIVISION: text('处级以下', 'Below division head'),
      CITY_CHIEF: text('市级正职', 'City chief'),
      CITY_DEPUTY: text('市级副职', 'City deputy'),
      BELOW_BUREAU: text('局（处）级以下', 'Below bureau head'),
      COUNTY_CHIEF: text('县级正职', 'County chief'),
      COUNTY_DEPUTY: text('县级副职', 'County deputy'),
      SECTION_CHIEF: text('正科级', 'Section head'),
      SECTION_DEPUTY: text('副科级', 'Deputy section head'),
      BELOW_SECTION: text('科级以下', 'Below section head'),
    },
  },
  building: {
    title: text('建筑', 'Building'),
    values: { MULTI_STOREY: text('多层建筑', 'Multi-storey'), HIGH_RISE: text('高层建筑', 'High-rise') },
  },
  parked: {
    title: text('停放', 'Parked'),
    values: {
      CAR: text('汽车', 'Cars'),
      BICYCLE: text('自行车', 'Bicycles'),
      EBIKE: text('电动车和摩托车', 'E-bikes and motorcycles'),
    },
  },
  spaces: {
    title: text('车位', 'Spaces'),
    values: {
      UP_TO_200: text('200 个车位以内', 'up to 200 spaces'),
      ABOVE_200: text('超过 200 个的部分', 'beyond 200 spaces'),
    },
  },
  season: {
    title: text('季节', 'Season'),
    values: { WINTER: text('冬季', 'Winter'), SUMMER: text('夏季', 'Summer') },
  },
  by: {
    title: text('期限', 'By'),
    values: {
      '09-30': text('每年 9 月 30 日前', 'by 30 September'),
      '03-31': text('每年 3 月 31 日前', 'by 31 March'),
    },
  },
} as const satisfies Record<string, KeyWords>
