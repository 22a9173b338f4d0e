import { text } from '#kernel/contract/text.ts'
import type { KeyWords } from './key-words.ts'

/** Words of energy, lifts, procurement, guarding, papers and time limits. */
export const dutyKeys = {
  measure: {
    title: text('指标', 'Measure'),
    values: {
      ENERGY_PER_M2: text('单位建筑面积能耗', 'Energy per m²'),
      ENERGY_PER_PERSON: text('人均综合能耗', 'Energy a person'),
      WATER_PER_PERSON: text('人均用水', 'Water a person'),
      CARBON_PER_M2: text('单位建筑面积碳排放', 'Carbon per m²'),
      ENERGY: text('能源消费总量', 'Energy in all'),
      WATER: text('用水总量', 'Water in all'),
      CARBON: text('碳排放总量', 'Carbon in all'),
    },
  },
  year: {
    title: text('年份', 'Year'),
    values: { Y2020: text('2020 年', '2020'), Y2022: text('2022 年', '2022') },
  },
  fuel: {
    title: text('能源品种', 'Fuel'),
    values: {
      ELECTRICITY: text('电力（当量值）', 'Electricity'),
      RAW_COAL: text('原煤', 'Raw coal'),
      PETROL: text('汽油', 'Petrol'),
      DIESEL: text('柴油', 'Diesel'),
      LPG: text('液化石油气', 'LPG'),
      HEAT: text('热力', 'Heat'),
    },
  },
  inspection: {
    title: text('第几次检验', 'Inspection'),
    values: {
      ON_1: text('第 1 次', '1st'),
      ON_2: text('第 2 次', '2nd'),
      ON_3: text('第 3 次', '3rd'),
      ON_4: text('第 4 次', '4th'),
      ON_5: text('第 5 次', '5th'),
      ON_6: text('第 6 次', '6th'),
      ON_7: text('第 7 次', '7th'),
    },
  },
  upkeep: {
    title: text('维保级别', 'Upkeep'),
    values: {
      HALF_MONTH: text('半月维保', 'Half-monthly'),
      QUARTER: text('季度维保', 'Quarterly'),
      HALF_YEAR: text('半年维保', 'Half-yearly'),
      YEAR: text('年度维保', 'Yearly'),
    },
  },
  place: {
    title: text('地点', 'Place'),
    values: { CITY: text('城市', 'City'), ELSEWHERE: text('其他地区', 'Elsewhere') },
  },
  rhythm: {
    title: text('频次', 'Rhythm'),
    values: {
      DAILY: text('日管控', 'Daily'),
      WEEKLY: text('周排查', 'Weekly'),
      MONTHLY: text('月调度', 'Monthly'),
    },
  },
  method: {
    title: text('采购方式', 'Method'),
    values: {
      INVITED: text('邀请招标', 'Invited tender'),
      NEGOTIATION: text('竞争性谈判', 'Negotiation'),
      INQUIRY: text('询价', 'Inquiry'),
    },
  },
  object: {
    title: text('采购对象', 'Object'),
    values: {
      GOODS_SERVICES: text('货物和服务', 'Goods and services'),
      GOODS: text('货物', 'Goods'),
      SERVICES: text('服务', 'Services'),
      WORKS: text('工程', 'Works'),
    },
  },
  step: {
    title: text('环节', 'Step'),
    values: {
      CHALLENGE: text('提出质疑', 'Challenge'),
      ANSWER: text('答复质疑', 'Answer'),
      COMPLAINT: text('提出投诉', 'Complaint'),
      DECISION: text('处理投诉', 'Decision'),
    },
  },
  notice: {
    title: text('事项', 'Matter'),
    values: {
      CLARIFICATION: text('截止前澄清', 'Clarification before the deadline'),
      OBJECTION: text('截止前提出异议', 'Objection before the deadline'),
      WINNER: text('中标候选人公示', 'Notice of the winner'),
      REPORT: text('书面报告', 'Written report'),
    },
  },
  terms: {
    title: text('付款约定', 'Terms'),
    values: {
      USUAL: text('无约定', 'Without agreement'),
      AGREED: text('合同约定', 'Agreed in the contract'),
    },
  },
  unit: {
    title: text('单位类别', 'Kind of unit'),
    values: { KEY: text('重点单位', 'Key unit'), ORDINARY: text('一般单位', 'Other unit') },
  },
  area: {
    title: text('场所', 'Place'),
    values: {
      PUBLIC: text('公共场所', 'Public place'),
      TERROR_TARGET: text('防范恐怖袭击重点目标', 'Counter-terror key target'),
    },
  },
  dayKind: {
    title: text('日期类别', 'Kind of day'),
    values: {
      WORKDAY: text('工作日', 'Working day'),
      REST_DAY: text('休息日', 'Rest day'),
      HOLIDAY: text('法定节假日', 'Public holiday'),
    },
  },
  measureOf: {
    title: text('部位', 'Measure'),
    values: {
      PAPER_WIDTH: text('纸宽', 'Paper width'),
      PAPER_HEIGHT: text('纸高', 'Paper height'),
      TOP_MARGIN: text('天头', 'Top margin'),
      BINDING_MARGIN: text('订口', 'Binding margin'),
      TYPE_WIDTH: text('版心宽', 'Type width'),
      TYPE_HEIGHT: text('版心高', 'Type height'),
      RED_LINE_BELOW: text('发文字号下红线', 'Red line below the number'),
      LETTER_TOP: text('信函上边距', 'Letter, top'),
      LETTER_BOTTOM: text('信函下边距', 'Letter, bottom'),
      LETTER_LINE: text('信函双红线长', 'Letter, red line'),
    },
  },
  extension: { title: text('延长', 'Extension'), values: { EXTENDED: text('延长后', 'Extended') } },
  petition: {
    title: text('信访环节', 'Step of a petition'),
    values: {
      REGISTER: text('登记', 'Register'),
      FINISH: text('办结', 'Finish'),
      EXTEND: text('延长', 'Extend'),
      REVIEW: text('复查', 'Review'),
      SECOND_REVIEW: text('复核', 'Second review'),
    },
  },
  record: {
    title: text('记录', 'Record'),
    values: {
      LOGS: text('网络日志', 'Logs'),
      VIDEO: text('监控影像', 'Video'),
      GUARD_CONTRACT: text('保安合同', 'Guard contracts'),
      PROCUREMENT: text('采购文件', 'Procurement files'),
      IMPACT_ASSESSMENT: text('个人信息影响评估', 'Impact assessments'),
      ENTRUSTED_DATA: text('委托处理和共享记录', 'Entrusted or shared data'),
      FOOD_INBOUND: text('食材进货记录', 'Food taken in'),
      VOUCHERS: text('会计凭证', 'Vouchers'),
      DOCUMENTS_30: text('文书档案（30 年）', 'Documents, 30 years'),
      DOCUMENTS_10: text('文书档案（10 年）', 'Documents, 10 years'),
      VEHICLE_LOG: text('用车记录', 'Vehicle log'),
      MEETING_ATTENDANCE: text('会议签到', 'Attendance of meetings'),
      RECEPTION_LIST: text('接待清单', 'Reception lists'),
      FACE: text('人脸信息', 'Faces'),
      TRACK: text('车辆轨迹', 'Tracks'),
    },
  },
} as const satisfies Record<string, KeyWords>
